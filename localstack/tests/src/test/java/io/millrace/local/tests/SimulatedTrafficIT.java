package io.millrace.local.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The whole shop's traffic with duplicates, late and broken events: the sender's own count is what the tables hold. */
@ExtendWith(LocalPlatform.class)
final class SimulatedTrafficIT {
    private static final String SOURCE = "simulated-traffic";

    @Test
    void the_simulator_s_tally_equals_the_tables_and_fresh_rows_are_seen_within_30_seconds() {
        Instant begin = Instant.now();
        String key = LocalPlatform.millrace("keys", "create", SOURCE)
                .succeeded()
                .out()
                .strip();
        JsonNode tally = LocalPlatform.millrace(
                        "simulate",
                        "--source",
                        "web,mobile,clickstream,cdc,external,orders,users,sensors",
                        "--events",
                        "10000",
                        "--rate",
                        "400",
                        "--seed",
                        "7",
                        "--key",
                        key,
                        "--duplicates",
                        "0.02",
                        "--late",
                        "0.05",
                        "--invalid",
                        "0.02")
                .succeeded()
                .json();
        LocalPlatform.settle();
        assertThat(tally.get("events").asLong()).isEqualTo(10_000);
        assertThat(tally.get("unansweredAttempts").asLong()).isZero();
        assertThat(tally.get("datasets")).hasSize(7);
        Traffic.holdsExactly(tally, SOURCE);
        LocalPlatform.millrace("ledger").succeeded();
        LocalPlatform.millrace("freshness", "--since", begin.toString(), "--max-p99", "30s")
                .succeeded();
        assertThat(LocalPlatform.count("select count(*) from local_silver.orders_silver o left join"
                        + " local_silver.user_updates_silver u on o.customer_id = u.user_id"
                        + " where o._source_system = '" + SOURCE + "' and u.user_id is null"))
                .as("orders of people whom nobody knows")
                .isZero();
    }
}
