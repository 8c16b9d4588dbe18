package io.millrace.local.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.ingest.hostile.Answers;
import io.millrace.ingest.hostile.HostileRequest;
import io.millrace.ingest.hostile.HostileRequests;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every hostile request through HTTP, API Gateway and the door, while good traffic of another dataset flows: each gets
 * its answer, the good traffic notices nothing, and the tables hold what the answers say. {@code -Dmillrace.hostile=20}
 * sends each twenty times.
 */
@ExtendWith(LocalPlatform.class)
@Timeout(1200)
final class HostileInputIT {
    private static final int TIMES = Integer.getInteger("millrace.hostile", 1);
    private static final int GOOD_PER_SECOND = 200;

    /** What the local API takes for all requests once, with room. */
    private static final int SECONDS_A_TIME = 20;

    private static final int FORBIDDEN = 403;

    private final Ingest ingest = Ingest.ofPlatform();
    private final List<String> surprises = new ArrayList<>();
    private long accepted;
    private long kept;

    @Test
    void costs_its_sender_an_answer_and_good_traffic_nothing() {
        Instant begin = Instant.now();
        Running good = LocalPlatform.start(
                "simulate",
                "--source",
                "clickstream",
                "--events",
                String.valueOf(GOOD_PER_SECOND * SECONDS_A_TIME * TIMES),
                "--rate",
                String.valueOf(GOOD_PER_SECOND),
                "--seed",
                "41");
        for (int time = 0; time < TIMES; time++) {
            for (HostileRequest request : HostileRequests.all()) {
                send(request);
            }
        }
        JsonNode tally = good.await(Duration.ofMinutes(15)).succeeded().json();

        assertThat(surprises).isEmpty();
        assertThat(tally.get("unansweredAttempts").asLong()).isZero();
        LocalPlatform.settle();
        Traffic.holdsExactly(tally, begin);
        assertThat(Traffic.count("local_bronze.app_events_bronze", begin)).isEqualTo(accepted);
        assertThat(Traffic.count("local_bronze.app_events_quarantine", begin)).isEqualTo(kept);
        LocalPlatform.millrace("ledger").succeeded();
        LocalPlatform.millrace("status").succeeded();
    }

    private void send(HostileRequest hostile) {
        Ingest.Reply reply = ingest.post(hostile.path(), hostile.body(), hostile.headers());
        if (reply.status() == FORBIDDEN && hostile.answer().startsWith("403 ")) {
            return; // by API Gateway, which has words of its own
        }
        String answer = Answers.summary(reply.status(), reply.json());
        if (!answer.equals(hostile.answer())) {
            String said = reply.text().substring(0, Math.min(200, reply.text().length()));
            surprises.add(hostile + ", but was " + answer + " " + said);
        }
        accepted += reply.json().path("accepted").asLong();
        for (JsonNode event : reply.json().path("events")) {
            kept += event.path("kept").asBoolean() ? 1 : 0;
        }
    }
}
