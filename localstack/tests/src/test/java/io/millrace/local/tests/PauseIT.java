package io.millrace.local.tests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.local.platform.Platform;
import io.millrace.target.Target;
import io.millrace.target.Targets;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.sqs.SqsClient;

/** A dataset is paused, stays as it is while it and others get events, and has them all once it goes on. */
@ExtendWith(LocalPlatform.class)
final class PauseIT {
    private static final int EVENTS = 20;
    private static final String PAUSED = "local_silver.external_silver";
    private static final String OTHER = "local_silver.sensors_silver";

    private final Instant begin = Instant.now();
    private final Ingest ingest = Ingest.ofPlatform();

    @AfterEach
    void resume() {
        LocalPlatform.millrace("resume", "external").succeeded();
    }

    @Test
    void a_paused_dataset_stays_as_it_is_and_loses_nothing() {
        post("external", "first", "\"event_type\":\"x\"");
        LocalPlatform.millrace("drain", "external").succeeded();
        assertThat(Traffic.count(PAUSED, begin)).isEqualTo(EVENTS);

        LocalPlatform.millrace("pause", "external", "--reason", "a test").succeeded();
        post("external", "second", "\"event_type\":\"x\"");
        post("sensors", "second", "\"sensor_id\":\"s\",\"metric\":\"m\",\"value\":1");
        Outcome settled = LocalPlatform.millrace("settle", "--timeout", "60s").succeeded();

        assertThat(settled.err()).contains("Not waited for, being paused: local_bronze.external_bronze");
        assertThat(Traffic.count(PAUSED, begin)).isEqualTo(EVENTS);
        assertThat(Traffic.count(OTHER, begin)).isEqualTo(EVENTS);
        assertThat(LocalPlatform.millrace("status").succeeded().out())
                .containsPattern("external is paused since 2.*Z: a test");
        Outcome drained = LocalPlatform.millrace("drain", "external");
        assertThat(drained.exit()).isEqualTo(1);
        assertThat(drained.err()).contains("Cannot drain external: it is paused since");
        LocalPlatform.millrace("ledger").succeeded();

        LocalPlatform.millrace("resume", "external").succeeded();
        assertThat(Traffic.count(PAUSED, begin)).isEqualTo(2 * EVENTS);
        LocalPlatform.millrace("ledger").succeeded();
    }

    @Test
    void what_lies_in_the_dead_letter_queues_is_redriven() {
        send("commits-dlq.fifo", "{\"wake\":1}");
        send("lake-failures", """
                {"requestContext":{"functionArn":"arn:aws:lambda:us-east-1:000000000000:function:millrace-local-lake-committer:$LATEST"},
                 "requestPayload":{},"responsePayload":{"errorMessage":"a test"}}""");

        assertThat(LocalPlatform.millrace("redrive", "--dry-run").succeeded().out())
                .contains("lake-committer failed; redrive would wake it", ": a test");
        assertThat(LocalPlatform.millrace("redrive").succeeded().out())
                .contains("lake-committer failed; woken: a test");
        assertThat(LocalPlatform.millrace("redrive", "--dry-run").succeeded().err())
                .contains("Nothing lies in the dead-letter queues");
    }

    private static void send(String queue, String body) {
        Target target = Targets.local(Platform.at(Checkout.root(), Checkout.state()));
        try (SqsClient sqs = target.clients().sqs()) {
            String url = sqs.getQueueUrl(get -> get.queueName("millrace-local-" + queue))
                    .queueUrl();
            sqs.sendMessage(message -> {
                message.queueUrl(url).messageBody(body);
                if (queue.endsWith(".fifo")) {
                    message.messageGroupId("commit")
                            .messageDeduplicationId(UUID.randomUUID().toString());
                }
            });
        }
    }

    private void post(String dataset, String name, String members) {
        String events = IntStream.range(0, EVENTS)
                .mapToObj(i -> """
                        {"event_id":"%s %d %s","event_timestamp":"2026-03-01T12:00:00Z",%s}""".formatted(name, i, begin, members))
                .collect(Collectors.joining("\n"));
        assertThat(ingest.post("/v1/events/" + dataset, events.getBytes(UTF_8)).status())
                .isEqualTo(200);
    }
}
