package io.millrace.bench.scale;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.iceberg.ManifestFile;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.FileIO;

/**
 * Metadata files that go with snapshots. A manifest is in an unbroken run of a linear history: one that neither neighbour
 * of a gap has is in no state any more. So the gap's edges are read, not all that stays.
 *
 * @param paths manifest lists, and manifests that no snapshot has any more
 */
record Unreachable(Set<String> paths) {
    static Unreachable without(Table table, Set<Long> gone) {
        List<Snapshot> history = new ArrayList<>();
        table.snapshots().forEach(history::add);
        history.sort(Comparator.comparingLong(Snapshot::sequenceNumber));
        Set<String> paths = new HashSet<>();
        Set<String> gap = new HashSet<>();
        Snapshot edge = null;
        for (Snapshot snapshot : history) {
            if (gone.contains(snapshot.snapshotId())) {
                paths.add(snapshot.manifestListLocation());
                gap.addAll(manifests(table, snapshot));
                continue;
            }
            if (!gap.isEmpty()) {
                gap.removeAll(manifests(table, snapshot));
                gap.removeAll(edge == null ? Set.of() : manifests(table, edge));
                paths.addAll(gap);
                gap.clear();
            }
            edge = snapshot;
        }
        return new Unreachable(paths);
    }

    void delete(FileIO files) {
        paths.forEach(files::deleteFile);
    }

    private static Set<String> manifests(Table table, Snapshot snapshot) {
        Set<String> paths = new HashSet<>();
        for (ManifestFile manifest : snapshot.allManifests(table.io())) {
            paths.add(manifest.path());
        }
        return paths;
    }
}
