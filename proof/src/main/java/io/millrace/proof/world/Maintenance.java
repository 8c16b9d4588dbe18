package io.millrace.proof.world;

import io.millrace.proof.fault.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What batch jobs do to the tables beside the stream's commits. */
final class Maintenance {
    private static final int LONGEST_TICKS = 30;

    private final World world;
    private @Nullable Compaction compaction;
    private @Nullable OrphanRemoval removal;
    private final ClaimRemovals claimRemovals;

    Maintenance(World world) {
        this.world = world;
        this.claimRemovals = new ClaimRemovals(world);
    }

    void tick(long tick) {
        claimRemovals.tick();
        if (removal != null && !removal.tick(tick)) {
            removal = null;
        }
        if (compaction != null && compaction.endsAtTick <= tick) {
            finish(compaction);
            compaction = null;
        }
        if (compaction == null && world.faults.isDue(Fault.COMPACTION)) {
            begin(tick);
        }
        if (world.faults.isDue(Fault.SNAPSHOT_EXPIRY)
                && !world.lakeTables.names().isEmpty()) {
            world.faults.hit(Fault.SNAPSHOT_EXPIRY);
            List.copyOf(world.lakeTables.names()).forEach(world.lakeTables::expireSnapshots);
        }
    }

    /** Begins to remove old garbage at a tick to come. */
    void removeOrphans(long atTick) {
        removal = new OrphanRemoval(world, atTick);
    }

    /** Begins to take claims out of the ledger whose fold is at least so old. */
    void removeClaims(Duration age) {
        claimRemovals.begin(age);
    }

    private void begin(long tick) {
        List<String> names = List.copyOf(world.lakeTables.names());
        if (names.isEmpty()) {
            return;
        }
        String table = names.get(world.choices.next(names.size()));
        Collection<String> files = List.copyOf(world.lakeTables.files(table));
        if (files.isEmpty()) {
            return;
        }
        world.faults.hit(Fault.COMPACTION);
        compaction =
                new Compaction(table, files, world.lakeTables.fold(table), tick + world.choices.next(LONGEST_TICKS));
        world.trace.add(() -> "compaction of " + table + " begins");
    }

    private void finish(Compaction done) {
        String path = "sim://" + done.table + "/compacted-" + world.id();
        List<Object[]> rows = new ArrayList<>();
        for (String file : done.files) {
            rows.addAll(Objects.requireNonNull(world.files.rows(file), file));
        }
        world.files.add(path, rows);
        boolean stands = world.lakeTables.replace(done.table, done.files, path, done.mark);
        world.trace.add(() -> "compaction of " + done.table + (stands ? " commits" : " is in conflict"));
    }

    private record Compaction(String table, Collection<String> files, long mark, long endsAtTick) {}
}
