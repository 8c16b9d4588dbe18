package io.millrace.local.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.contract.Contract;
import io.millrace.contract.Contracts;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compares a simulator's own tally with the tables. */
final class Traffic {
    private static final DateTimeFormatter SQL_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS 'UTC'").withZone(ZoneOffset.UTC);

    private Traffic() {}

    /** @param since when the simulation began: rows received before are of other tests */
    static void holdsExactly(JsonNode tally, Instant since) {
        compare(tally, condition(since));
    }

    /** @param source the source behind the write key that only this simulation used */
    static void holdsExactly(JsonNode tally, String source) {
        compare(tally, " where _source_system = '" + source + "'");
    }

    private static void compare(JsonNode tally, String condition) {
        Map<String, Long> rows = counted(tally, condition);
        tally.get("datasets").properties().forEach(each -> {
            String dataset = each.getKey();
            JsonNode expected = each.getValue().get("expected");
            JsonNode atMost = each.getValue().get("atMost");
            assertThat(each.getValue().get("unknown").asLong()).as(dataset).isZero();
            assertThat(rows.get(dataset + " bronze"))
                    .as("%s in bronze", dataset)
                    .isBetween(
                            expected.get("bronze").asLong(),
                            atMost.get("bronze").asLong());
            assertThat(rows.get(dataset + " silver"))
                    .as("%s in silver", dataset)
                    .isEqualTo(expected.get("silver").asLong());
            assertThat(rows.get(dataset + " ids"))
                    .as("%s: event ids in silver", dataset)
                    .isEqualTo(expected.get("silver").asLong());
            assertThat(rows.get(dataset + " door"))
                    .as("%s in quarantine by the door", dataset)
                    .isBetween(
                            expected.get("quarantine").asLong(),
                            atMost.get("quarantine").asLong());
            assertThat(rows.get(dataset + " past the door"))
                    .as("%s in quarantine past the door", dataset)
                    .isZero();
        });
    }

    /** Rows of simulated clicks that a reader sees already. */
    static long rowsSince(Instant since) {
        return count("local_bronze.clickstream_bronze", since);
    }

    /** Rows that were received since. */
    static long count(String table, Instant since) {
        return LocalPlatform.count("select count(*) from " + table + condition(since));
    }

    private static Map<String, Long> counted(JsonNode tally, String condition) {
        List<String> counts = new ArrayList<>();
        tally.get("datasets").fieldNames().forEachRemaining(dataset -> {
            Contract contract = Contracts.bundled().find(dataset).orElseThrow();
            String quarantine = "local_bronze." + contract.quarantine().name() + condition + " and _stage ";
            String silver = "local_silver." + contract.silverTable() + condition;
            counts.add(counting(
                    "*",
                    dataset + " bronze",
                    "local_bronze." + contract.bronze().name() + condition));
            counts.add(counting("*", dataset + " silver", silver));
            counts.add(counting("distinct event_id", dataset + " ids", silver));
            counts.add(counting("*", dataset + " door", quarantine + "= 'door'"));
            counts.add(counting("*", dataset + " past the door", quarantine + "<> 'door'"));
        });
        Map<String, Long> rows = new HashMap<>();
        LocalPlatform.rows(String.join(" union all ", counts))
                .forEach(row -> rows.put(row.get("what").asText(), row.get("n").asLong()));
        return rows;
    }

    private static String counting(String what, String name, String from) {
        return "select '" + name + "' what, count(" + what + ") n from " + from;
    }

    private static String condition(Instant since) {
        return " where _received_at >= timestamp '" + SQL_TIME.format(since) + "'";
    }
}
