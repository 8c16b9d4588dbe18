package io.millrace.lake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Records that connectors' own sinks put on the stream, among frames. */
class SinkRecordsTest {
    private static final String SILVER = "test.cdc_changes_silver";
    private static final String BRONZE = "test.cdc_changes_bronze";
    private static final String QUARANTINE = "test.cdc_changes_quarantine";
    private static final String CHANGE =
            "{\"op\":\"c\",\"ts_ms\":1767225600000,\"after\":{\"id\":1},\"source\":{\"name\":\"shop\",\"table\":\"t\",\"lsn\":7}}";
    private static final String LATE_DMS =
            "{\"data\":{\"id\":1},\"metadata\":{\"operation\":\"insert\",\"table-name\":\"t\","
                    + "\"timestamp\":\"2023-01-16T29:10:49.737891Z\"}}";

    private final Mill mill = new Mill();

    @Test
    void becomeRowsBesideFrames() {
        mill.write(List.of(
                Mill.record(1, "e1"),
                record(2, "{\"id\":1}", CHANGE),
                record(3, "{\"id\":1}", CHANGE),
                record(4, "{\"id\":1}", ""),
                record(5, "x", LATE_DMS),
                record(6, "x", "{\"ts_ms\":1}"),
                record(7, "x", "{\"neither\":1}")));
        mill.commit();

        assertThat(mill.ids(Mill.SILVER)).containsExactly("e1");
        assertThat(mill.tables.rows(BRONZE)).hasSize(5);
        assertThat(mill.tables.rows(SILVER)).hasSize(1);
        assertThat(mill.tables.rows(QUARANTINE))
                .singleElement()
                .satisfies(row -> assertThat(row).contains("row", "/metadata/timestamp", "dms"));
        assertThat(mill.tables.rows(Mill.UNDECODABLE)).hasSize(1);
    }

    @Test
    void keepBothSumsOfTheLedger() {
        mill.write(List.of(
                record(1, "{\"id\":1}", CHANGE),
                record(2, "{\"id\":1}", CHANGE),
                record(3, "{\"id\":1}", ""),
                record(4, "x", LATE_DMS)));
        mill.commit();

        assertThat(mill.counts()).allMatch(MinuteCounts::receivedBalances).allMatch(MinuteCounts::bronzeBalances);
        MinuteCounts sum = mill.counts().stream().reduce(MinuteCounts::plus).orElseThrow();
        assertThat(sum).isEqualTo(new MinuteCounts("cdc_changes", sum.minute(), 4, 4, 0, 1, 1, 1, 1));
    }

    private static StreamRecord record(long position, String partitionKey, String data) {
        return new StreamRecord(Position.of(position), Mill.NOW.toEpochMilli(), partitionKey, data.getBytes(UTF_8));
    }
}
