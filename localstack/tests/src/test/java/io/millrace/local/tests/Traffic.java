package io.millrace.local.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/** Compares a simulator's own tally with the tables. */
final class Traffic {
    private static final Map<String, String> SILVER =
            Map.of("app_events", "app_events_silver", "clickstream", "clickstream_clicks_silver");
    private static final DateTimeFormatter SQL_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS 'UTC'").withZone(ZoneOffset.UTC);

    private Traffic() {}

    /** @param since when the simulation began: rows received before are of other tests */
    static void holdsExactly(JsonNode tally, Instant since) {
        tally.get("datasets").properties().forEach(each -> {
            String dataset = each.getKey();
            JsonNode expected = each.getValue().get("expected");
            JsonNode atMost = each.getValue().get("atMost");
            assertThat(each.getValue().get("unknown").asLong()).as(dataset).isZero();
            assertThat(count("local_bronze." + dataset + "_bronze", since))
                    .as("%s in bronze", dataset)
                    .isBetween(
                            expected.get("bronze").asLong(),
                            atMost.get("bronze").asLong());
            assertThat(count("local_silver." + SILVER.get(dataset), since))
                    .as("%s in silver", dataset)
                    .isEqualTo(expected.get("silver").asLong());
            assertThat(LocalPlatform.count(
                            "select count(distinct event_id) from local_silver." + SILVER.get(dataset) + since(since)))
                    .as("%s: event ids in silver", dataset)
                    .isEqualTo(expected.get("silver").asLong());
            assertThat(count("local_bronze." + dataset + "_quarantine", since))
                    .as("%s in quarantine", dataset)
                    .isBetween(
                            expected.get("quarantine").asLong(),
                            atMost.get("quarantine").asLong());
        });
    }

    /** Rows of simulated clicks that a reader sees already. */
    static long rowsSince(Instant since) {
        return count("local_bronze.clickstream_bronze", since);
    }

    /** Rows that were received since. */
    static long count(String table, Instant since) {
        return LocalPlatform.count("select count(*) from " + table + since(since));
    }

    private static String since(Instant since) {
        return " where _received_at >= timestamp '" + SQL_TIME.format(since) + "'";
    }
}
