package io.millrace.local.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The host with all functions is killed again and again under 300 events a second, and the committer fails between the
 * kills, before its work and after it. {@code -Dmillrace.kills=5 -Dmillrace.seeds=2} for a minute and more of it, twice.
 */
@ExtendWith(LocalPlatform.class)
final class RepeatedCrashIT {
    private static final int KILLS = Integer.getInteger("millrace.kills", 2);
    private static final int RATE = 300;

    /** So that each kill finds traffic under way: first rows take longest to be seen. */
    private static final int SECONDS = 30 + 35 * KILLS;

    private static final int FAILURES_A_KILL = 2;

    static IntStream seeds() {
        return IntStream.rangeClosed(1, Integer.getInteger("millrace.seeds", 1));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nothing_is_lost_and_nothing_is_there_twice(int seed) throws Exception {
        Instant begin = Instant.now();
        Running simulation = LocalPlatform.start(
                "simulate",
                "--source",
                "web,clickstream",
                "--events",
                Integer.toString(RATE * SECONDS),
                "--rate",
                Integer.toString(RATE),
                "--seed",
                Integer.toString(seed),
                "--duplicates",
                "0.05",
                "--invalid",
                "0.01");
        long seen = 0;
        for (int kill = 1; kill <= KILLS; kill++) {
            seen = awaitMoreThan(seen, begin);
            HostFaults.of("lake-committer").failNow(FAILURES_A_KILL);
            assertThat(simulation.isAlive()).as("traffic at kill %d", kill).isTrue();
            ProcessHandle host = LocalPlatform.part("host");
            assertThat(host.destroyForcibly()).isTrue();
            host.onExit().get(30, TimeUnit.SECONDS);
            LocalPlatform.millrace("up").succeeded();
        }
        JsonNode tally = simulation.await(Duration.ofMinutes(5)).succeeded().json();
        LocalPlatform.settle();
        Traffic.holdsExactly(tally, begin);
        LocalPlatform.millrace("ledger").succeeded();
    }

    /** A kill comes once the traffic after the last one has come all the way, so that it hits every step of it. */
    private static long awaitMoreThan(long seen, Instant begin) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> Traffic.rowsSince(begin), rows -> rows > seen);
    }
}
