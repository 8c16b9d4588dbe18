package io.millrace.job.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.iceberg.ContentFile;
import org.apache.iceberg.DataOperations;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.PartitionField;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.CloseableIterable;
import org.jspecify.annotations.Nullable;

/**
 * What has changed in a table between two of its snapshots, by the files that came and went.
 *
 * <p>Where each snapshot between the two is still there, those that only rewrite files (operation {@code replace}, as
 * compaction makes them) do not count. Where some have expired, the files of both ends are compared, and a rewritten day
 * counts as a changed one: too much is told then, never too little.
 */
record SourceChanges(Table table) {

    /**
     * The days whose rows may differ.
     *
     * @param from null for the empty table before the first snapshot
     * @param to null for the same
     */
    Days between(@Nullable Long from, @Nullable Long to) {
        if (java.util.Objects.equals(from, to)) {
            return Days.NONE;
        }
        if (from != null && table.snapshot(from) == null) {
            return Days.ALL;
        }
        Optional<List<Snapshot>> steps = steps(from, to);
        return days(steps.isPresent() ? changed(steps.get()) : compared(from, to));
    }

    /** The days of which the table has rows in a snapshot. */
    Days present(@Nullable Long snapshot) {
        return days(live(snapshot).values());
    }

    /** The snapshots after one up to another, if all are there. */
    private Optional<List<Snapshot>> steps(@Nullable Long from, @Nullable Long to) {
        List<Snapshot> steps = new ArrayList<>();
        Long next = to;
        while (next != null && !next.equals(from)) {
            Snapshot snapshot = table.snapshot(next);
            if (snapshot == null) {
                return Optional.empty();
            }
            steps.add(snapshot);
            next = snapshot.parentId();
        }
        return java.util.Objects.equals(next, from) ? Optional.of(steps) : Optional.empty();
    }

    private List<ContentFile<?>> changed(List<Snapshot> steps) {
        List<ContentFile<?>> files = new ArrayList<>();
        for (Snapshot step : steps) {
            if (!step.operation().equals(DataOperations.REPLACE)) {
                step.addedDataFiles(table.io()).forEach(files::add);
                step.removedDataFiles(table.io()).forEach(files::add);
                step.addedDeleteFiles(table.io()).forEach(files::add);
                step.removedDeleteFiles(table.io()).forEach(files::add);
            }
        }
        return files;
    }

    private Iterable<ContentFile<?>> compared(@Nullable Long from, @Nullable Long to) {
        Map<String, ContentFile<?>> before = live(from);
        Map<String, ContentFile<?>> after = live(to);
        List<ContentFile<?>> files = new ArrayList<>();
        before.forEach((path, file) -> {
            if (!after.containsKey(path)) {
                files.add(file);
            }
        });
        after.forEach((path, file) -> {
            if (!before.containsKey(path)) {
                files.add(file);
            }
        });
        return files;
    }

    /** Data files and delete files of a snapshot, by their places. */
    private Map<String, ContentFile<?>> live(@Nullable Long snapshot) {
        Map<String, ContentFile<?>> files = new HashMap<>();
        if (snapshot == null) {
            return files;
        }
        try (CloseableIterable<FileScanTask> tasks =
                table.newScan().useSnapshot(snapshot).planFiles()) {
            for (FileScanTask task : tasks) {
                files.put(task.file().location(), task.file());
                task.deletes().forEach(file -> files.put(file.location(), file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list the files of " + table.name(), e);
        }
        return files;
    }

    private Days days(Iterable<ContentFile<?>> files) {
        List<LocalDate> days = new ArrayList<>();
        for (ContentFile<?> file : files) {
            Integer day = day(file);
            if (day == null) {
                return Days.ALL;
            }
            days.add(LocalDate.ofEpochDay(day));
        }
        return Days.of(days);
    }

    /** The day of a file's rows, or null where its partition has none. */
    private @Nullable Integer day(ContentFile<?> file) {
        PartitionSpec spec = table.specs().get(file.specId());
        if (spec == null) {
            throw new IllegalStateException(
                    "Cannot read " + file.location() + ": " + table.name() + " has no spec " + file.specId());
        }
        PartitionField field = DayColumn.field(spec).orElse(null);
        return field == null ? null : file.partition().get(spec.fields().indexOf(field), Integer.class);
    }
}
