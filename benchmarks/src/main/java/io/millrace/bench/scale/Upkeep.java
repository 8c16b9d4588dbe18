package io.millrace.bench.scale;

import io.millrace.upkeep.Expirable;
import io.millrace.upkeep.SmallFiles;
import io.millrace.upkeep.TagPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.ExpireSnapshots;
import org.apache.iceberg.ManageSnapshots;
import org.apache.iceberg.ManifestFile;
import org.apache.iceberg.Metrics;
import org.apache.iceberg.PartitionData;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.Table;
import org.apache.iceberg.actions.BinPackRewriteFilePlanner;
import org.apache.iceberg.actions.RewriteDataFilesCommitManager;
import org.apache.iceberg.actions.RewriteFileGroup;
import org.apache.iceberg.actions.SizeBasedFileRewritePlanner;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.util.SnapshotUtil;

/**
 * What the maintenance job does to a table's metadata, by the job's own rules and in its order: tags, compaction,
 * manifests, expiry. Iceberg stamps snapshots with the machine's clock; here the simulated time of each is kept beside.
 */
final class Upkeep {
    private final Table table;
    private final Metrics metrics;
    private final Map<Long, Instant> times;

    /** @param times of all snapshots, by id; gets those of what is committed here */
    Upkeep(Table table, Map<Long, Instant> times) {
        this.table = table;
        this.metrics = StubMetrics.of(table);
        this.times = times;
    }

    void run(Instant now) {
        if (table.currentSnapshot() == null) {
            return;
        }
        tag(now);
        compact(now);
        rewriteManifests(now);
        expire(now);
    }

    private void tag(Instant now) {
        TreeMap<Instant, Long> history = new TreeMap<>();
        for (Snapshot snapshot : SnapshotUtil.currentAncestors(table)) {
            history.putIfAbsent(time(snapshot), snapshot.snapshotId());
        }
        TagPlan plan = TagPlan.of(history, table.refs().keySet(), now);
        if (!plan.isEmpty()) {
            ManageSnapshots commit = table.manageSnapshots();
            plan.make().forEach(commit::createTag);
            plan.drop().forEach(commit::removeTag);
            commit.commit();
        }
    }

    private void compact(Instant now) {
        BinPackRewriteFilePlanner planner = new BinPackRewriteFilePlanner(table);
        planner.init(Map.of(SizeBasedFileRewritePlanner.MIN_INPUT_FILES, Integer.toString(SmallFiles.DATA_FILES)));
        Set<RewriteFileGroup> groups = new HashSet<>();
        try (CloseableIterable<RewriteFileGroup> planned = planner.plan().groups()) {
            for (RewriteFileGroup group : planned) {
                group.setOutputFiles(Set.of(compacted(group)));
                groups.add(group);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot plan the compaction of " + table.name(), e);
        }
        if (!groups.isEmpty()) {
            new RewriteDataFilesCommitManager(table, table.currentSnapshot().snapshotId()).commitFileGroups(groups);
            committed(now);
        }
    }

    private DataFile compacted(RewriteFileGroup group) {
        DataFile first = group.rewrittenFiles().iterator().next();
        PartitionData partition = new PartitionData(table.spec().partitionType());
        partition.set(0, first.partition().get(0, Integer.class));
        String file = "compacted-" + UUID.randomUUID() + ".parquet";
        return StubFiles.entry(
                table.spec(),
                table.locationProvider().newDataLocation(table.spec(), partition, file),
                partition,
                metrics,
                group.inputFilesSizeInBytes());
    }

    private void rewriteManifests(Instant now) {
        List<ManifestFile> manifests = table.currentSnapshot().allManifests(table.io());
        long small = manifests.stream().filter(Upkeep::isSmall).count();
        if (SmallFiles.areWorthRewriting((int) small)) {
            table.rewriteManifests()
                    .clusterBy(file -> 0)
                    .rewriteIf(Upkeep::isSmall)
                    .commit();
            committed(now);
        }
    }

    private static boolean isSmall(ManifestFile manifest) {
        return SmallFiles.isSmallManifest(manifest.length());
    }

    private void expire(Instant now) {
        Map<Long, Instant> snapshots = new HashMap<>();
        table.snapshots().forEach(snapshot -> snapshots.put(snapshot.snapshotId(), time(snapshot)));
        Set<Long> named =
                table.refs().values().stream().map(SnapshotRef::snapshotId).collect(Collectors.toSet());
        Set<Long> old = Expirable.of(snapshots, named, now.minus(Expirable.AGE));
        if (old.isEmpty()) {
            return;
        }
        Unreachable files = Unreachable.without(table, old);
        ExpireSnapshots expiry = table.expireSnapshots().cleanupLevel(ExpireSnapshots.CleanupLevel.NONE);
        old.forEach(expiry::expireSnapshotId);
        expiry.commit();
        files.delete(table.io());
        old.forEach(times::remove);
    }

    private void committed(Instant now) {
        table.refresh();
        times.put(table.currentSnapshot().snapshotId(), now);
    }

    private Instant time(Snapshot snapshot) {
        Instant at = times.get(snapshot.snapshotId());
        if (at == null) {
            throw new IllegalStateException("Cannot say when " + snapshot + " was committed");
        }
        return at;
    }
}
