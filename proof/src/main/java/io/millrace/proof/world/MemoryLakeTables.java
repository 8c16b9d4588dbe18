package io.millrace.proof.world;

import io.millrace.lake.DataFileRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Tables in memory, with what Iceberg's metadata holds of marks: the property, and the snapshots' summaries. */
public class MemoryLakeTables implements LakeTables {
    private final Map<String, Metadata> tables = new TreeMap<>();

    @Override
    public long fold(String table) {
        return metadata(table).mark;
    }

    @Override
    public boolean append(String table, long previous, long fold, List<DataFileRef> files) {
        if (fold(table) != previous) {
            return false;
        }
        add(table, files);
        mark(table, fold);
        metadata(table).summaries.add(fold);
        return true;
    }

    @Override
    public Set<String> names() {
        return tables.keySet();
    }

    @Override
    public Collection<String> files(String table) {
        return metadata(table).files;
    }

    @Override
    public boolean replace(String table, Collection<String> old, String compacted, long carriedMark) {
        Metadata metadata = metadata(table);
        if (!metadata.files.containsAll(old)) {
            return false;
        }
        metadata.files.removeAll(old);
        metadata.files.add(compacted);
        metadata.summaries.add(0L);
        return true;
    }

    @Override
    public void expireSnapshots(String table) {
        List<Long> summaries = metadata(table).summaries;
        if (summaries.size() > 1) {
            summaries.subList(0, summaries.size() - 1).clear();
        }
    }

    /** Adds files, whatever the mark says. */
    protected final void add(String table, List<DataFileRef> files) {
        Set<String> own = metadata(table).files;
        for (DataFileRef file : files) {
            if (!own.add(file.path())) {
                throw new BrokenInvariantException("File " + file.path() + " was appended twice to " + table);
            }
        }
    }

    /** Sets the property that says which fold the table holds last. */
    protected final void mark(String table, long fold) {
        metadata(table).mark = fold;
    }

    /** The fold that each snapshot bears, oldest first; 0 for one of maintenance. */
    protected final List<Long> summaries(String table) {
        return metadata(table).summaries;
    }

    private Metadata metadata(String table) {
        return tables.computeIfAbsent(table, unused -> new Metadata());
    }

    private static final class Metadata {
        private final Set<String> files = new LinkedHashSet<>();
        private final List<Long> summaries = new ArrayList<>();
        private long mark;
    }
}
