package io.millrace.lake;

import io.millrace.contract.TableDefinition;
import io.millrace.event.TextBytes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tables and their data files in memory: a table is the rows of the files that were appended to it. */
public final class MemoryTables implements Tables, TableFiles {
    private final Map<String, Long> marks = new HashMap<>();
    private final Map<String, List<DataFileRef>> appended = new HashMap<>();
    private final Map<String, List<Object[]>> files = new HashMap<>();

    @Override
    public synchronized List<DataFileRef> write(TableDefinition table, List<Object[]> rows, String name) {
        String path = "mem://lake/" + table.name() + "/" + name + ".parquet";
        if (files.putIfAbsent(path, rows.stream().map(MemoryTables::written).toList()) != null) {
            throw new IllegalStateException("Cannot write " + path + ": it exists");
        }
        return List.of(new DataFileRef("test." + table.name(), path, rows.size(), rows.size() * 100L, "{}"));
    }

    /** A file has texts as readers see them, and nothing of what the row was made of. */
    private static Object[] written(Object[] row) {
        return Arrays.stream(row)
                .map(value -> value instanceof TextBytes text ? text.toString() : value)
                .toArray();
    }

    @Override
    public synchronized long fold(String table) {
        return marks.getOrDefault(table, 0L);
    }

    @Override
    public synchronized boolean append(String table, long previous, long fold, List<DataFileRef> more) {
        if (fold(table) != previous) {
            return false;
        }
        marks.put(table, fold);
        appended.computeIfAbsent(table, unused -> new ArrayList<>()).addAll(more);
        return true;
    }

    /** The rows that a reader of the table sees. */
    public synchronized List<Object[]> rows(String table) {
        return appended.getOrDefault(table, List.of()).stream()
                .flatMap(file -> files.get(file.path()).stream())
                .toList();
    }

    /** Somebody else moves the table's mark. */
    synchronized void mark(String table, long fold) {
        marks.put(table, fold);
    }
}
