package io.millrace.lake;

import io.millrace.contract.TableDefinition;
import io.millrace.dedup.Fingerprint;
import io.millrace.dedup.Run;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rows that a batch of records becomes, and what became of its events. Filled by a {@link RecordReader}. */
public final class Batch {
    private final List<TableRows> tables = new ArrayList<>();
    private final List<Candidate> candidates = new ArrayList<>();
    private final MinuteTally tally = new MinuteTally();

    public void add(TableDefinition table, Object[] row) {
        rowsOf(table).add(row);
    }

    /** Adds a row that goes to silver if the dedup window has not seen it. */
    public void addCandidate(Candidate candidate) {
        candidates.add(candidate);
    }

    public void count(MinuteCounts counts) {
        tally.add(counts);
    }

    /** Takes over what another batch, not yet deduplicated, holds. */
    void addAll(Batch other) {
        other.tables.forEach(more -> rowsOf(more.table()).addAll(more.rows()));
        candidates.addAll(other.candidates);
        tally.addAll(other.tally.list());
    }

    /** What identifies the events that could go to silver. */
    List<Fingerprint> fingerprints() {
        return candidates.stream().map(Candidate::fingerprint).toList();
    }

    /**
     * Sends to silver the first copy of each event that was not seen before.
     *
     * @return what silver gets from this batch
     */
    Run deduplicate(Set<Fingerprint> seenBefore) {
        Set<Fingerprint> taken = new HashSet<>();
        for (Candidate candidate : candidates) {
            boolean first = !seenBefore.contains(candidate.fingerprint()) && taken.add(candidate.fingerprint());
            if (first) {
                add(candidate.table(), candidate.row());
            }
            count(first ? candidate.silver() : candidate.duplicate());
        }
        return Run.of(taken);
    }

    /** In the order in which the tables were first written to. */
    Map<TableDefinition, List<Object[]>> rows() {
        Map<TableDefinition, List<Object[]>> rows = new LinkedHashMap<>();
        tables.forEach(table -> rows.put(table.table(), table.rows()));
        return rows;
    }

    /** Looked up for every row. A definition's hash covers all of its columns and would take longer than the row. */
    private List<Object[]> rowsOf(TableDefinition table) {
        for (TableRows rows : tables) {
            if (rows.table().equals(table)) {
                return rows.rows();
            }
        }
        TableRows rows = new TableRows(table, new ArrayList<>());
        tables.add(rows);
        return rows.rows();
    }

    List<MinuteCounts> counts() {
        return tally.list();
    }

    private record TableRows(TableDefinition table, List<Object[]> rows) {}

    /** A silver row that waits for the dedup window's word. */
    @SuppressWarnings("ArrayRecordComponent") // passed on, never compared
    public record Candidate(String dataset, long minute, Fingerprint fingerprint, TableDefinition table, Object[] row) {
        MinuteCounts silver() {
            return new MinuteCounts(dataset, minute, 0, 0, 0, 1, 0, 0, 0);
        }

        MinuteCounts duplicate() {
            return new MinuteCounts(dataset, minute, 0, 0, 0, 0, 0, 1, 0);
        }
    }
}
