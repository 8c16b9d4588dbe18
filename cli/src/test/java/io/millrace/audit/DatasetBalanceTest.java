package io.millrace.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.lake.FoldManifest;
import io.millrace.lake.MinuteCounts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DatasetBalanceTest {

    private static final MinuteCounts FIRST = new MinuteCounts("clicks", 10, 100, 95, 5, 90, 1, 4, 0);
    private static final MinuteCounts SECOND = new MinuteCounts("clicks", 11, 10, 10, 0, 10, 0, 0, 0);

    /** Two rows of the first minute, rejected at the door, brought in by a replay. */
    private static final MinuteCounts REPLAY = new MinuteCounts("clicks", 10, 0, 2, -2, 2, 0, 0, 0);

    @Test
    void minutesOfManyFoldsAddUp() {
        DatasetBalance balance = balance(
                LedgerScope.ALL,
                Map.of(10L, new TableCounts(97, 92, 3, 1), 11L, new TableCounts(10, 10, 0, 0)),
                FIRST,
                SECOND,
                REPLAY);

        assertThat(balance.gaps()).isEmpty();
        assertThat(balance.minutes().keySet()).containsExactly(Instant.ofEpochSecond(600), Instant.ofEpochSecond(660));
        assertThat(balance.total().receivedEquation()).isEqualTo("110 received = 107 bronze + 3 quarantine(door)");
    }

    @Test
    void aRowInTheWrongMinuteIsAGapThoughTheSumsAgree() {
        DatasetBalance balance = balance(
                LedgerScope.ALL,
                Map.of(10L, new TableCounts(94, 90, 5, 1), 11L, new TableCounts(11, 10, 0, 0)),
                FIRST,
                SECOND);

        assertThat(balance.total().gaps()).isEmpty();
        assertThat(balance.gaps())
                .containsExactly(
                        "clicks in the minute of 1970-01-01T00:10:00Z: the ledger says 95 rows in bronze, SQL counts 94",
                        "clicks in the minute of 1970-01-01T00:11:00Z: the ledger says 10 rows in bronze, SQL counts 11");
    }

    @Test
    void rowsOfAMinuteThatTheLedgerDoesNotKnowAreAGap() {
        DatasetBalance balance = balance(LedgerScope.ALL, Map.of(12L, new TableCounts(0, 1, 0, 0)));

        assertThat(balance.gaps())
                .containsExactly(
                        "clicks in the minute of 1970-01-01T00:12:00Z: the ledger says 0 rows in silver, SQL counts 1");
    }

    @Test
    void aScopeTakesWholeMinutes() {
        LedgerScope scope = new LedgerScope(Set.of(), Instant.ofEpochSecond(660 + 59), Instant.ofEpochSecond(720 + 1));

        DatasetBalance balance = balance(scope, Map.of(11L, new TableCounts(10, 10, 0, 0)), FIRST, SECOND);

        assertThat(balance.gaps()).isEmpty();
        assertThat(balance.total().receivedEquation()).isEqualTo("10 received = 10 bronze + 0 quarantine(door)");
    }

    private static DatasetBalance balance(LedgerScope scope, Map<Long, TableCounts> tables, MinuteCounts... counts) {
        Totals totals = new Totals(scope);
        for (MinuteCounts each : counts) {
            totals.add(manifest(each));
        }
        return DatasetBalance.of("clicks", totals, totals, tables);
    }

    private static FoldManifest manifest(MinuteCounts counts) {
        return new FoldManifest(1, 0, Map.of(), Map.of(), Map.of(), List.of(), List.of(counts));
    }
}
