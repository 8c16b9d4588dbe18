package io.millrace.proof.world;

import io.millrace.lake.ClaimRemoval;
import io.millrace.proof.fault.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** What happens to the stream and to time itself. */
final class Happenings {
    private static final int LONGEST_LAG_TICKS = 80;
    private static final int MOST_TICKS_TO_REMOVAL = 60;
    private static final int LONGEST_STUCK_TICKS = 60;
    private static final Duration A_DAY = Duration.ofHours(26);
    private static final List<Duration> JUMPS = List.of(Duration.ofMinutes(20), Duration.ofMinutes(70), A_DAY);

    private final World world;
    private final Writers writers;
    private final Committers committers;
    private final Maintenance maintenance;
    private boolean resharded;

    Happenings(World world, Writers writers, Committers committers, Maintenance maintenance) {
        this.world = world;
        this.writers = writers;
        this.committers = committers;
        this.maintenance = maintenance;
    }

    void tick(long tick) {
        world.ledgerLoss.tick(tick);
        // A list that lags shows only where a shard is new.
        if (world.faults.isDue(Fault.SPLIT) || world.faults.isDue(Fault.LINEAGE_LAG)) {
            split(tick);
        }
        if (world.faults.isDue(Fault.MERGE)) {
            merge(tick);
        }
        if (!world.lakeTables.names().isEmpty() && world.faults.hits(Fault.PAUSE)) {
            world.pauses.begin(tick);
        }
        world.pauses.tick(tick);
        if (world.faults.isDue(Fault.STREAM_RECREATED) && world.stream.isRead()) {
            recreate();
        }
        if (world.faults.hits(Fault.CLOCK_JUMP)) {
            jump(JUMPS.get(world.choices.next(JUMPS.size())));
        }
        if (world.faults.hits(Fault.ORPHAN_REMOVAL)) {
            jump(A_DAY);
            maintenance.removeOrphans(tick + world.choices.next(MOST_TICKS_TO_REMOVAL));
        }
        if (world.faults.hits(Fault.CLAIM_REMOVAL)) {
            removeClaims();
        }
        if (world.faults.hits(Fault.COMMITTER_STUCK)) {
            stickCommitter(tick);
        }
    }

    /** After a day as ever, or at once: what the protocol asks for must not lean on the day. */
    private void removeClaims() {
        boolean atOnce = world.choices.next(2) == 1;
        if (!atOnce) {
            jump(A_DAY);
        }
        maintenance.removeClaims(atOnce ? Duration.ZERO : ClaimRemoval.AGE);
    }

    /** For a day and some ticks no committer runs, whatever it had begun; orphan removal runs all the same. */
    private void stickCommitter(long tick) {
        jump(A_DAY);
        committers.stickUntil(tick + 1 + world.choices.next(LONGEST_STUCK_TICKS));
        maintenance.removeOrphans(tick);
    }

    /** Time goes by; no invocation lives that long, and no write is under way for so long. */
    private void jump(Duration by) {
        world.late.landAll();
        writers.killAll();
        committers.killAll();
        world.clock.advance(by);
    }

    /** Whether the stream is about to be made anew and takes nothing until it was read. */
    boolean holdsTheDoor() {
        return world.faults.isDue(Fault.STREAM_RECREATED);
    }

    boolean resharded() {
        return resharded;
    }

    void begin(int shards) {
        Set<String> names = world.stream.create(shards);
        world.ledgerBehind().begin(world.stream.name(), names);
        world.ledgerLoss.begun(world.stream.name(), names);
        world.trace.add(() -> "stream " + world.stream.name() + " with " + shards + " shards");
    }

    private void recreate() {
        world.faults.hit(Fault.STREAM_RECREATED);
        world.stream.delete();
        begin(2 + world.choices.next(2));
    }

    private void split(long tick) {
        List<SimShard> wide = world.stream.open().stream()
                .filter(shard -> shard.toBucket - shard.fromBucket > 1)
                .toList();
        if (!wide.isEmpty()) {
            world.faults.hit(Fault.SPLIT);
            SimShard shard = wide.get(world.choices.next(wide.size()));
            world.trace.add(() -> "split of " + shard.id);
            world.stream.split(shard, lag(tick));
            resharded = true;
        }
    }

    private void merge(long tick) {
        List<SimShard> open = world.stream.open();
        SimShard low = open.get(world.choices.next(open.size()));
        for (SimShard high : open) {
            if (low.toBucket == high.fromBucket) {
                world.faults.hit(Fault.MERGE);
                world.trace.add(() -> "merge of " + low.id + " and " + high.id);
                world.stream.merge(low, high, lag(tick));
                resharded = true;
                return;
            }
        }
    }

    private long lag(long tick) {
        return world.faults.hits(Fault.LINEAGE_LAG) ? tick + 1 + world.choices.next(LONGEST_LAG_TICKS) : 0;
    }
}
