package io.millrace.job.model;

import io.millrace.job.Lake;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.Table;
import org.jspecify.annotations.Nullable;

/**
 * A model's sources as they stood at the beginning of a run, all along.
 *
 * @param tables by their names
 * @param snapshots the snapshot of each that is read, or {@link #EMPTY}
 */
record Inputs(Map<String, Table> tables, Map<String, String> snapshots) {
    /** In place of a snapshot, of a table that has none. */
    static final String EMPTY = "empty";

    static Inputs now(Lake lake, Model model, Collection<Source> sources) {
        Map<String, Table> tables = new TreeMap<>();
        Map<String, String> snapshots = new TreeMap<>();
        for (Source source : sources) {
            if (!lake.has(source.layer(), source.table())) {
                throw new IllegalStateException("Cannot make model " + model.name() + ": there is no table " + source
                        + " yet; run the job that makes it");
            }
            Table table = lake.table(source.layer(), source.table());
            Snapshot current = table.currentSnapshot();
            tables.put(source.toString(), table);
            snapshots.put(source.toString(), current == null ? EMPTY : Long.toString(current.snapshotId()));
        }
        return new Inputs(tables, snapshots);
    }

    /** The days of a source's partitions whose rows may have changed since what was made of it. */
    Days changed(Source source, Made made) {
        String before = made.sources().get(source.toString());
        return before == null
                ? Days.ALL
                : new SourceChanges(table(source)).between(id(before), id(snapshot(source.toString())));
    }

    /** SQL for the rows of a source of some days, as they stood; {@code name} is the table's in SQL. */
    String rows(Source source, String name, Days days) {
        String snapshot = snapshot(source.toString());
        if (snapshot.equals(EMPTY)) {
            return "(SELECT * FROM " + name + " WHERE false)";
        }
        String within = DayColumn.of(table(source).spec())
                .map(column -> column.within(days))
                .orElse("true");
        return "(SELECT * FROM " + name + " VERSION AS OF " + snapshot + " WHERE " + within + ")";
    }

    /**
     * Keeps these snapshots from expiring, and lets those of the model's earlier run go. Called when the model stands: cut off
     * before, the next run finds the tags where the run before left them, and at worst makes everything again.
     */
    void keep(Model model) {
        String tag = "model_" + model.name();
        tables.forEach((name, table) -> {
            Long read = id(snapshot(name));
            SnapshotRef kept = table.refs().get(tag);
            if (read != null && kept == null) {
                table.manageSnapshots().createTag(tag, read).commit();
            } else if (read != null && kept != null && kept.snapshotId() != read) {
                table.manageSnapshots().replaceTag(tag, read).commit();
            }
        });
    }

    private Table table(Source source) {
        Table table = tables.get(source.toString());
        if (table == null) {
            throw new IllegalArgumentException(
                    "Cannot read " + source + ": it is no source, those are " + tables.keySet());
        }
        return table;
    }

    private String snapshot(String source) {
        return snapshots.getOrDefault(source, EMPTY);
    }

    private static @Nullable Long id(String snapshot) {
        return snapshot.equals(EMPTY) ? null : Long.valueOf(snapshot);
    }
}
