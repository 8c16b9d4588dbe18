package io.millrace.job.model;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.jspecify.annotations.Nullable;

/**
 * What a model's rows were made of, written into the summary of the very snapshot that has them. Who commits to a table and
 * changes no row of it, as maintenance, says it again: the snapshot that said it before may expire.
 *
 * @param version of the model
 * @param asOf the run's day
 * @param sources the snapshot of each source, or {@link Inputs#EMPTY}
 */
public record Made(String version, LocalDate asOf, Map<String, String> sources) {
    private static final String VERSION = "millrace.model";
    private static final String AS_OF = "millrace.as_of";
    private static final String SOURCE = "millrace.source.";

    public Made {
        sources = Map.copyOf(sources);
    }

    /**
     * What the rows of a table's newest snapshot were made of; where that says nothing of it, as after a compaction by hand,
     * older ones are asked. Empty for a table that no model makes.
     */
    public static Optional<Made> of(Table table) {
        Snapshot snapshot = table.currentSnapshot();
        while (snapshot != null) {
            Optional<Made> made = of(snapshot.summary());
            if (made.isPresent()) {
                return made;
            }
            snapshot = parent(table, snapshot);
        }
        return Optional.empty();
    }

    /** Says it in the summary of a commit. */
    public void write(BiConsumer<String, String> summary) {
        summary.accept(VERSION, version);
        summary.accept(AS_OF, asOf.toString());
        sources.forEach((source, snapshot) -> summary.accept(SOURCE + source, snapshot));
    }

    private static Optional<Made> of(Map<String, String> summary) {
        String version = summary.get(VERSION);
        String asOf = summary.get(AS_OF);
        if (version == null || asOf == null) {
            return Optional.empty();
        }
        Map<String, String> sources = new TreeMap<>();
        summary.forEach((key, value) -> {
            if (key.startsWith(SOURCE)) {
                sources.put(key.substring(SOURCE.length()), value);
            }
        });
        return Optional.of(new Made(version, LocalDate.parse(asOf), sources));
    }

    private static @Nullable Snapshot parent(Table table, Snapshot snapshot) {
        Long parent = snapshot.parentId();
        return parent == null ? null : table.snapshot(parent);
    }
}
