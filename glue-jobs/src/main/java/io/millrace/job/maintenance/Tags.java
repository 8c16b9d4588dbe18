package io.millrace.job.maintenance;

import io.millrace.upkeep.TagPlan;
import java.time.Instant;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.iceberg.ManageSnapshots;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.util.SnapshotUtil;

/** Makes and drops a table's tags, in one commit. */
record Tags(Instant now, boolean dryRun) {
    /** What was made and dropped, or would be in a dry run. */
    TagPlan run(Table table) {
        TreeMap<Instant, Long> history = new TreeMap<>();
        // Ancestors of main alone: what stands on a branch has never been what readers saw.
        for (Snapshot snapshot : SnapshotUtil.currentAncestors(table)) {
            history.putIfAbsent(Instant.ofEpochMilli(snapshot.timestampMillis()), snapshot.snapshotId());
        }
        Set<String> tags = table.refs().entrySet().stream()
                .filter(each -> each.getValue().isTag())
                .map(java.util.Map.Entry::getKey)
                .collect(Collectors.toSet());
        TagPlan plan = TagPlan.of(history, tags, now);
        if (!dryRun && !plan.isEmpty()) {
            ManageSnapshots commit = table.manageSnapshots();
            plan.make().forEach(commit::createTag);
            plan.drop().forEach(commit::removeTag);
            commit.commit();
        }
        return plan;
    }
}
