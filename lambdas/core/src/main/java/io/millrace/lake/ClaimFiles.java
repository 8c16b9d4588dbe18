package io.millrace.lake;

import io.millrace.contract.TableDefinition;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The data files of a claim in the making, written a table at a time. */
public final class ClaimFiles {
    private final TableFiles tables;
    private final Supplier<String> ids;
    private final String claim;
    private final Deque<Map.Entry<TableDefinition, List<Object[]>>> unwritten = new ArrayDeque<>();
    private final List<DataFileRef> written = new ArrayList<>();

    /**
     * @param ids gives a fresh id at each call, unique among all processes: attempts at a claim share no file
     * @param head that the claim follows
     */
    public ClaimFiles(TableFiles tables, Supplier<String> ids, Head head) {
        this.tables = tables;
        this.ids = ids;
        this.claim = head.shard().shard() + "-" + (head.k() + 1);
    }

    /** Rows to be written, by table. */
    public void add(Map<TableDefinition, List<Object[]>> rows) {
        unwritten.addAll(rows.entrySet());
    }

    /** Whether a table's rows wait to be written. */
    public boolean unwritten() {
        return !unwritten.isEmpty();
    }

    /** Writes the rows of one table, and lets go of them. */
    public void writeTable() {
        Map.Entry<TableDefinition, List<Object[]>> table = unwritten.removeFirst();
        written.addAll(tables.write(table.getKey(), table.getValue(), claim + "-" + ids.get()));
    }

    /** What was written so far. */
    public List<DataFileRef> written() {
        return List.copyOf(written);
    }
}
