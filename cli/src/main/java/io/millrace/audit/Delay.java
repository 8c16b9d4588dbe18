package io.millrace.audit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How long the rows of one table took from the door to a commit that readers see.
 *
 * @param table full name
 * @param unmeasured rows whose commit is not known any more, its snapshot being expired
 */
public record Delay(String table, long rows, Duration p50, Duration p99, Duration max, long unmeasured) {

    /** Rows that took equally long. */
    record Group(long millis, long rows) {}

    /** The percentiles by nearest rank, each row counting once. */
    static Delay of(String table, List<Group> groups, long unmeasured) {
        List<Group> sorted = new ArrayList<>(groups);
        sorted.sort(Comparator.comparingLong(Group::millis));
        long rows = sorted.stream().mapToLong(Group::rows).sum();
        return new Delay(
                table,
                rows,
                percentile(sorted, rows, 50),
                percentile(sorted, rows, 99),
                percentile(sorted, rows, 100),
                unmeasured);
    }

    private static Duration percentile(List<Group> sorted, long rows, int percent) {
        long rank = (rows * percent + 99) / 100;
        long passed = 0;
        for (Group group : sorted) {
            passed += group.rows();
            if (passed >= rank) {
                return Duration.ofMillis(group.millis());
            }
        }
        return Duration.ZERO;
    }
}
