package io.millrace.local.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A shop's traffic with duplicates and broken events: the sender's own count is what the tables hold. */
@ExtendWith(LocalPlatform.class)
final class SimulatedTrafficIT {
    @Test
    void the_simulator_s_tally_equals_the_tables_and_fresh_rows_are_seen_within_30_seconds() {
        Instant begin = Instant.now();
        JsonNode tally = LocalPlatform.millrace(
                        "simulate",
                        "--source",
                        "web,clickstream",
                        "--events",
                        "10000",
                        "--rate",
                        "500",
                        "--seed",
                        "7",
                        "--duplicates",
                        "0.02",
                        "--invalid",
                        "0.01")
                .succeeded()
                .json();
        LocalPlatform.settle();
        assertThat(tally.get("events").asLong()).isEqualTo(10_000);
        assertThat(tally.get("unansweredAttempts").asLong()).isZero();
        Traffic.holdsExactly(tally, begin);
        LocalPlatform.millrace("ledger").succeeded();
        LocalPlatform.millrace("freshness", "--since", begin.toString(), "--max-p99", "30s")
                .succeeded();
    }
}
