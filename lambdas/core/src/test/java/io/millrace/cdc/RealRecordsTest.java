package io.millrace.cdc;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.event.Accepted;
import io.millrace.event.Control;
import io.millrace.event.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RealRecordsTest {
    static List<List<String>> files() {
        return List.of(RealRecords.withSchema(), RealRecords.withoutSchema());
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyRecordIsAChangeOrAControlRecord(List<String> records) {
        Map<String, Integer> kinds = new HashMap<>();
        for (String record : records) {
            Verdict verdict = Checked.check(record);
            kinds.merge(
                    verdict instanceof Control control
                            ? control.kind()
                            : Checked.change(record).get("operation").toString(),
                    1,
                    Integer::sum);
        }

        assertThat(kinds)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "SNAPSHOT", 23,
                        "INSERT", 304,
                        "UPDATE", 53,
                        "DELETE", 33,
                        "TRUNCATE", 1,
                        "tombstone", 33,
                        "transaction", 24,
                        "heartbeat", 13));
    }

    @Test
    void aChangeHasOneIdWithAndWithoutSchemaAndNoOtherChangeHasIt() {
        Set<String> with = ids(RealRecords.withSchema());
        Set<String> without = ids(RealRecords.withoutSchema());

        assertThat(with).hasSize(414);
        assertThat(without).hasSize(414);
        with.retainAll(without);
        assertThat(with).hasSize(391);
    }

    @ParameterizedTest
    @MethodSource("files")
    void positionsSortAsTheConnectorWroteTheChanges(List<String> records) {
        List<String> positions = new ArrayList<>();
        for (String record : records) {
            if (Checked.check(record) instanceof Accepted) {
                positions.add((String) Checked.change(record).get("source_position"));
            }
        }

        assertThat(positions).isSorted();
    }

    @Test
    void withItsSchemaARowIsDecoded() {
        Map<String, @Nullable Object> sally =
                Checked.change(RealRecords.withSchema().get(0));

        assertThat(sally)
                .containsEntry("operation", "SNAPSHOT")
                .containsEntry("source_database", "postgres")
                .containsEntry("source_schema", "inventory")
                .containsEntry("source_table", "customers")
                .containsEntry("key", "{\"id\":1}")
                .containsEntry("before", null)
                .containsEntry("source_position", "00000000000022353424")
                .containsEntry("committed_at", 1795251312876455L);
        assertThat((String) sally.get("after"))
                .isEqualTo(
                        "{\"id\":1,\"first_name\":\"Sally\",\"last_name\":\"Thomas\",\"email\":\"sally.thomas@acme.com\","
                                + "\"balance\":\"10.50\",\"tags\":[\"a\",\"b\"],\"prefs\":\"{\\\"n\\\": 1, \\\"lang\\\": \\\"en\\\"}\","
                                + "\"uid\":\"5d7a6de7-c346-4e28-9a48-1ea2047f2c2c\",\"birth\":\"1980-02-29\","
                                + "\"created\":\"2026-11-21T08:55:06.544495Z\",\"local_ts\":\"2026-01-01T00:00:00.123456\"}");
    }

    @Test
    void decimalsBelowZeroAndTimesBeforeTheEpochAreDecoded() {
        assertThat((String) Checked.change(RealRecords.withSchema().get(1)).get("after"))
                .contains("\"balance\":\"-3.99\"", "Zoë");
        assertThat((String) Checked.change(RealRecords.withSchema().get(2)).get("after"))
                .contains("\"balance\":\"99999.99\"", "\"local_ts\":\"1969-12-31T23:59:59\"", "李");
    }

    @Test
    void withoutSchemaARowStaysAsItIs() {
        assertThat((String) Checked.change(RealRecords.withoutSchema().get(0)).get("after"))
                .contains("\"balance\":\"BBo=\"", "\"birth\":3711", "\"local_ts\":1767225600123456");
    }

    @Test
    void aDecimalThatWasWidenedIsDecodedByTheSchemaOfItsTime() {
        List<String> totals = RealRecords.withSchema().stream()
                .filter(record -> record.contains("\"op\":\"u\"") && record.contains("\"scale\":\"4\""))
                .map(record -> (String) Checked.change(record).get("after"))
                .toList();

        assertThat(totals.get(0)).contains("\"id\":1,", "\"total\":\"1.2345\"");
    }

    @Test
    void aTruncationHasNoRow() {
        String record = RealRecords.withSchema().stream()
                .filter(each -> each.contains("\"op\":\"t\""))
                .findFirst()
                .orElseThrow();

        assertThat(Checked.change(record))
                .containsEntry("operation", "TRUNCATE")
                .containsEntry("source_table", "nokey")
                .containsEntry("key", null)
                .containsEntry("before", null)
                .containsEntry("after", null);
    }

    private static Set<String> ids(List<String> records) {
        Set<String> ids = new HashSet<>();
        for (String record : records) {
            if (Checked.check(record) instanceof Accepted accepted) {
                ids.add(accepted.eventId());
            }
        }
        return ids;
    }
}
