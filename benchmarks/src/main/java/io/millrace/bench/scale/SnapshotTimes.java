package io.millrace.bench.scale;

import io.millrace.bench.lake.MemoryCatalog;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.catalog.TableIdentifier;

/** The simulated times of all tables' snapshots, and how many came since it was asked last. */
final class SnapshotTimes {
    private final MemoryCatalog catalog;
    private final Map<TableIdentifier, Map<Long, Instant>> times = new HashMap<>();
    private final Map<TableIdentifier, Long> newest = new HashMap<>();

    SnapshotTimes(MemoryCatalog catalog) {
        this.catalog = catalog;
    }

    Map<Long, Instant> of(TableIdentifier table) {
        return times.computeIfAbsent(table, unused -> new HashMap<>());
    }

    /** Takes note of new snapshots, as committed now. Returns the most that any table got. */
    long added(Instant now) {
        long most = 0;
        for (TableIdentifier table : catalog.tables()) {
            TableMetadata metadata = catalog.metadata(table);
            long before = newest.getOrDefault(table, 0L);
            long added = metadata.lastSequenceNumber() - before;
            most = Math.max(most, added);
            if (added == 1) {
                of(table).put(metadata.currentSnapshot().snapshotId(), now);
            } else if (added > 1) {
                metadata.snapshots().stream()
                        .filter(snapshot -> snapshot.sequenceNumber() > before)
                        .map(Snapshot::snapshotId)
                        .forEach(id -> of(table).put(id, now));
            }
            newest.put(table, metadata.lastSequenceNumber());
        }
        return most;
    }

    /** Takes what is there as known. */
    void skip() {
        catalog.tables()
                .forEach(table -> newest.put(table, catalog.metadata(table).lastSequenceNumber()));
    }
}
