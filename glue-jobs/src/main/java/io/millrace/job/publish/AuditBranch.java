package io.millrace.job.publish;

import io.millrace.job.JobContext;
import io.millrace.job.Lake;
import io.millrace.job.Layer;
import io.millrace.job.quality.Version;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.iceberg.ManageSnapshots;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.Table;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.exceptions.CommitStateUnknownException;
import org.jspecify.annotations.Nullable;

/**
 * A branch on which one version of a table waits for its audit. Branches of versions that did not pass, or whose run was
 * cut off, stay for people to look at: the newest few, for a few days.
 *
 * @param begins the published version that it begins as, or null where nothing is published yet
 * @param opened the branch's head before anything was written
 */
record AuditBranch(
        Lake lake,
        Layer layer,
        String table,
        String name,
        @Nullable Long begins,
        long opened) {
    private static final String PREFIX = "audit_";
    private static final int KEPT = 3;
    private static final Duration KEPT_FOR = Duration.ofDays(7);
    private static final int COMMIT_ATTEMPTS = 5;

    /** Makes the branch, and room for it. */
    static AuditBranch open(JobContext context, Layer layer, String tableName, int attempt) {
        String name = PREFIX + context.batchId().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_") + "_" + attempt;
        Lake lake = context.lake();
        for (int commit = 1; ; commit++) {
            try {
                makeRoom(lake.table(layer, tableName), name);
                Table table = lake.table(layer, tableName);
                Snapshot published = published(table);
                ManageSnapshots change = table.manageSnapshots();
                (published == null ? change.createBranch(name) : change.createBranch(name, published.snapshotId()))
                        .setMaxRefAgeMs(name, KEPT_FOR.toMillis())
                        .commit();
                Long begins = published == null ? null : published.snapshotId();
                long head = head(lake.table(layer, tableName), name);
                return new AuditBranch(lake, layer, tableName, name, begins, head);
            } catch (CommitFailedException e) {
                again(e, commit);
            }
        }
    }

    /** For writing, quoted. */
    String sqlName() {
        return lake.name(layer, table) + ".`branch_" + name + "`";
    }

    /** Whether anything was written. */
    boolean changed() {
        return head(now(), name) != opened;
    }

    /** What is on it now. */
    Version version() {
        return new Version(name, head(now(), name));
    }

    /** The version that readers see, as it was when the branch was made; {@code none} before the first. */
    String published() {
        return begins == null ? "none" : Long.toString(begins);
    }

    /**
     * Makes a version the published one and removes the branch; both or neither.
     *
     * @return false if another version has been published since the branch was made, or the branch has moved: nothing was
     *     changed then
     */
    boolean publish(Version version) {
        for (int commit = 1; ; commit++) {
            Table table = now();
            if (!isPublished(table, begins) || head(table, name) != version.snapshotId()) {
                return isPublished(table, version.snapshotId());
            }
            try {
                // One commit on the very state that was just looked at: anything that anybody commits meanwhile fails
                // it.
                table.manageSnapshots()
                        .fastForwardBranch(SnapshotRef.MAIN_BRANCH, name)
                        .removeBranch(name)
                        .commit();
                return true;
            } catch (CommitStateUnknownException e) {
                if (!isPublished(now(), version.snapshotId())) {
                    throw e;
                }
                return true;
            } catch (CommitFailedException e) {
                again(e, commit);
            }
        }
    }

    /** Gives it up. */
    void remove() {
        for (int commit = 1; ; commit++) {
            try {
                now().manageSnapshots().removeBranch(name).commit();
                return;
            } catch (CommitFailedException e) {
                again(e, commit);
            }
        }
    }

    private Table now() {
        return lake.table(layer, table);
    }

    private static long head(Table table, String branch) {
        SnapshotRef ref = table.refs().get(branch);
        if (ref == null) {
            throw new IllegalStateException(
                    "Cannot find branch " + branch + " of " + table.name() + ": somebody removed it");
        }
        return ref.snapshotId();
    }

    private static boolean isPublished(Table table, @Nullable Long snapshotId) {
        Snapshot published = published(table);
        return published == null ? snapshotId == null : snapshotId != null && published.snapshotId() == snapshotId;
    }

    private static @Nullable Snapshot published(Table table) {
        SnapshotRef main = table.refs().get(SnapshotRef.MAIN_BRANCH);
        return main == null ? null : table.snapshot(main.snapshotId());
    }

    /** Removes those for which there is no room beside a new one, and one of a run that was cut off and is run again. */
    private static void makeRoom(Table table, String name) {
        Comparator<Map.Entry<String, SnapshotRef>> age = Comparator.comparingLong(
                ref -> table.snapshot(ref.getValue().snapshotId()).sequenceNumber());
        List<String> others = table.refs().entrySet().stream()
                .filter(ref -> ref.getKey().startsWith(PREFIX) && ref.getValue().isBranch())
                .sorted(age.reversed())
                .map(Map.Entry::getKey)
                .filter(other -> !other.equals(name))
                .toList();
        List<String> old = new ArrayList<>(others.subList(Math.min(others.size(), KEPT - 1), others.size()));
        if (table.refs().containsKey(name)) {
            old.add(name);
        }
        if (!old.isEmpty()) {
            ManageSnapshots change = table.manageSnapshots();
            old.forEach(change::removeBranch);
            change.commit();
        }
    }

    private static void again(CommitFailedException e, int commit) {
        if (commit >= COMMIT_ATTEMPTS) {
            throw e;
        }
    }
}
