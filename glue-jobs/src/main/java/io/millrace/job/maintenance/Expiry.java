package io.millrace.job.maintenance;

import io.millrace.job.JobContext;
import io.millrace.upkeep.Expirable;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.actions.ExpireSnapshots;
import org.apache.iceberg.spark.actions.SparkActions;
import org.apache.iceberg.util.PropertyUtil;
import org.jspecify.annotations.Nullable;

/**
 * Lets go of old states of a table, and of the files that only they had. What a tag or a branch names stays, whoever made
 * it; so does the newest state. A table's mark is a property of the table and expires with no snapshot.
 *
 * @param age of the snapshots to let go; null for each table's own {@code history.expire.max-snapshot-age-ms}
 */
record Expiry(JobContext context, @Nullable Duration age) {
    /** What went, or would go in a dry run, where files are not counted. */
    ExpiryResult run(Table table) {
        Instant before = context.startedAt().minus(age(table));
        Set<Long> old = expirable(table, before);
        if (old.isEmpty() || context.dryRun()) {
            return new ExpiryResult(old.size(), 0, 0);
        }
        ExpireSnapshots.Result result = SparkActions.get(context.spark())
                .expireSnapshots(table)
                .expireOlderThan(before.toEpochMilli())
                .retainLast(1)
                .execute();
        table.refresh();
        old.removeIf(id -> table.snapshot(id) != null);
        return new ExpiryResult(
                old.size(),
                result.deletedDataFilesCount()
                        + result.deletedPositionDeleteFilesCount()
                        + result.deletedEqualityDeleteFilesCount(),
                result.deletedManifestsCount() + result.deletedManifestListsCount());
    }

    private Duration age(Table table) {
        return age != null
                ? age
                : Duration.ofMillis(PropertyUtil.propertyAsLong(
                        table.properties(), TableProperties.MAX_SNAPSHOT_AGE_MS, Expirable.AGE.toMillis()));
    }

    private static Set<Long> expirable(Table table, Instant before) {
        Map<Long, Instant> snapshots = new HashMap<>();
        for (Snapshot snapshot : table.snapshots()) {
            snapshots.put(snapshot.snapshotId(), Instant.ofEpochMilli(snapshot.timestampMillis()));
        }
        Set<Long> named =
                table.refs().values().stream().map(SnapshotRef::snapshotId).collect(Collectors.toSet());
        return Expirable.of(snapshots, named, before);
    }
}
