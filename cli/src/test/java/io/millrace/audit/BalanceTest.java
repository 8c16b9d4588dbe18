package io.millrace.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.lake.MinuteCounts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BalanceTest {

    /** 100 received = 95 bronze + 5 door; 95 bronze = 90 silver + 1 row + 4 duplicates. */
    private static final MinuteCounts BEFORE = new MinuteCounts("clicks", 0, 100, 95, 5, 90, 1, 4, 0);

    private static final MinuteCounts AFTER = BEFORE.plus(new MinuteCounts("clicks", 1, 10, 10, 0, 10, 0, 0, 0));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            95  | 90  | 5 | 1 |
            105 | 100 | 5 | 1 |
            100 | 95  | 5 | 1 |
            94  | 90  | 5 | 1 | clicks: the ledger says 95 to 105 rows in bronze, SQL counts 94
            95  | 101 | 5 | 1 | clicks: the ledger says 90 to 100 rows in silver, SQL counts 101
            95  | 90  | 6 | 1 | clicks: the ledger says 5 rows in quarantine(door), SQL counts 6
            95  | 90  | 5 | 0 | clicks: the ledger says 1 rows in quarantine(row), SQL counts 0
            """)
    void findsTablesThatHoldOtherThanTheLedgerSays(long bronze, long silver, long door, long row, String gap) {
        Balance balance = new Balance("clicks", BEFORE, AFTER, new TableCounts(bronze, silver, door, row));

        if (gap == null) {
            assertThat(balance.gaps()).isEmpty();
        } else {
            assertThat(balance.gaps()).containsExactly(gap);
        }
    }

    @Test
    void findsEquationsThatDoNotHold() {
        MinuteCounts broken = new MinuteCounts("clicks", 0, 100, 94, 5, 90, 1, 4, 0);

        assertThat(new Balance("clicks", broken, broken, new TableCounts(94, 90, 5, 1)).gaps())
                .containsExactly(
                        "clicks: received is not bronze + quarantine(door)",
                        "clicks: bronze is not silver + quarantine(row) + duplicates + control");
    }

    @Test
    void writesTheEquationsOut() {
        Balance balance = new Balance("clicks", BEFORE, AFTER, new TableCounts(105, 100, 5, 1));

        assertThat(balance.receivedEquation()).isEqualTo("110 received = 105 bronze + 5 quarantine(door)");
        assertThat(balance.bronzeEquation())
                .isEqualTo("105 bronze = 100 silver + 1 quarantine(row) + 4 duplicates + 0 control");
    }
}
