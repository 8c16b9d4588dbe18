package io.millrace.local.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A part ends in the middle of traffic and is started again: nothing is lost, nothing is there twice. */
@ExtendWith(LocalPlatform.class)
final class CrashIT {
    @ParameterizedTest(name = "{0}, killed: {1}")
    @CsvSource({"host,true", "gateway,true", "ministack,false"})
    void nothing_is_lost_and_nothing_is_there_twice(String part, boolean killed) throws Exception {
        Instant begin = Instant.now();
        Running simulation = LocalPlatform.start(
                "simulate",
                "--source",
                "web,clickstream",
                "--events",
                "6000",
                "--rate",
                "300",
                "--seed",
                String.valueOf(Math.floorMod(part.hashCode(), 1_000_000)),
                "--duplicates",
                "0.02",
                "--invalid",
                "0.01");
        awaitRows(begin);
        ProcessHandle process = LocalPlatform.part(part);
        assertThat(killed ? process.destroyForcibly() : process.destroy()).isTrue();
        process.onExit().get(30, TimeUnit.SECONDS);
        LocalPlatform.millrace("up").succeeded();
        JsonNode tally = simulation.await(Duration.ofMinutes(5)).succeeded().json();
        LocalPlatform.settle();
        Traffic.holdsExactly(tally, begin);
        LocalPlatform.millrace("ledger").succeeded();
    }

    /** The crash comes once the traffic has come all the way, so that it hits every step of it. */
    private static void awaitRows(Instant begin) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> Traffic.rowsSince(begin) > 0);
    }
}
