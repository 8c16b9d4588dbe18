package io.millrace.bench.scale;

import io.millrace.bench.lake.MemoryCatalog;
import io.millrace.bench.lake.MemoryFiles;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.iceberg.catalog.TableIdentifier;

/** Collects figures while a simulation runs: of folds in its last phase, of metadata all along. */
final class ScaleFigures {
    private final Instant beginning;
    private final List<FoldFigures> folds = new ArrayList<>();
    private final List<Long> measuredNanos = new ArrayList<>();
    private final List<ScaleResult.Metadata> metadata = new ArrayList<>();
    private final MemoryFiles files;
    private long mostSnapshots;

    /** @param files in which tables have their manifests */
    ScaleFigures(Instant beginning, MemoryFiles files) {
        this.beginning = beginning;
        this.files = files;
    }

    /** A phase begins. */
    void begin() {
        folds.clear();
        measuredNanos.clear();
        mostSnapshots = 0;
    }

    /**
     * A committer has run.
     *
     * @param snapshots the most that it gave any table
     * @param measured whether metadata went through files
     */
    void folded(FoldFigures used, long snapshots, boolean measured) {
        folds.add(used);
        mostSnapshots = Math.max(mostSnapshots, snapshots);
        if (measured) {
            measuredNanos.add(used.cpuNanos());
        }
    }

    /** Looks at the metadata of all tables; the largest counts. */
    void look(Instant now, MemoryCatalog catalog) {
        Duration since = Duration.between(beginning, now);
        catalog.tables().stream()
                .map(table -> look(since, catalog, table))
                .max(Comparator.comparingLong(ScaleResult.Metadata::bytes))
                .ifPresent(metadata::add);
    }

    private ScaleResult.Metadata look(Duration since, MemoryCatalog catalog, TableIdentifier table) {
        return ScaleResult.Metadata.of(since, table.name(), catalog.metadata(table), files);
    }

    ScaleResult result(ScalePlan plan, long unfolded) {
        return new ScaleResult(plan, mostSnapshots, unfolded, folds, measuredNanos, metadata);
    }
}
