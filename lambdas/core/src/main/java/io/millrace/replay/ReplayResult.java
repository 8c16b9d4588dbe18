package io.millrace.replay;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one run of a replay did, or would do when it is a dry one.
 *
 * @param waitsFor why nothing was looked at this time, or null; to be asked again a little later, with the same cursor
 * @param read rows that were looked at
 * @param silver events that went to silver
 * @param duplicates events that silver had already
 * @param control records that silver has no row for
 * @param stillRejected how many rows break the contract still, by the rule that they break now; they stay as they are
 * @param next where the next run goes on, or null when all rows were looked at
 */
public record ReplayResult(
        @Nullable String waitsFor,
        long read,
        long silver,
        long duplicates,
        long control,
        Map<String, Long> stillRejected,
        @Nullable Cursor next) {

    public ReplayResult {
        stillRejected = new TreeMap<>(stillRejected);
    }

    static ReplayResult waiting(String reason, @Nullable Cursor cursor) {
        return new ReplayResult(reason, 0, 0, 0, 0, Map.of(), cursor);
    }

    /** Both together; where to go on, and what to wait for, as the later one says. */
    public ReplayResult plus(ReplayResult later) {
        Map<String, Long> rules = new TreeMap<>(stillRejected);
        later.stillRejected.forEach((rule, rows) -> rules.merge(rule, rows, Long::sum));
        return new ReplayResult(
                later.waitsFor,
                read + later.read,
                silver + later.silver,
                duplicates + later.duplicates,
                control + later.control,
                rules,
                later.next);
    }
}
