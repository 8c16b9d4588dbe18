package io.millrace.replay;

import io.millrace.contract.Contract;
import io.millrace.dedup.Fingerprint;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a replay reads of a dataset's tables. Each call sees the tables' current state, loaded anew. */
public interface ReplayTables {
    /**
     * The first rows of a dataset's quarantine, in the order of {@link Cursor}, that fit the filter and have no mark of a replay.
     *
     * @param after the last row that is not wanted any more, or null to begin at the beginning
     * @param limits how many at most; at least one, if there is one
     * @throws io.millrace.lake.TablesException if a table cannot be read
     */
    OpenRows open(Contract contract, ReplayFilter filter, @Nullable Cursor after, Limits limits);

    /**
     * Those of the events that silver holds, whenever they came.
     *
     * @param eventIds the event's id behind each fingerprint
     * @throws io.millrace.lake.TablesException if the table cannot be read
     */
    Set<Fingerprint> inSilver(Contract contract, Map<Fingerprint, String> eventIds);

    /** How much is read at a time: rows, and bytes of their payloads. */
    record Limits(int rows, long bytes) {}

    /**
     * Rows that wait for a replay.
     *
     * @param rows in order
     * @param more whether others follow
     */
    record OpenRows(List<QuarantinedEvent> rows, boolean more) {
        public OpenRows {
            rows = List.copyOf(rows);
        }
    }
}
