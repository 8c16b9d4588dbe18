package io.millrace.proof.world;

import io.millrace.lake.ClaimRemoval;
import io.millrace.store.OutageException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The jobs that take old claims out of the ledger: each takes its time, and may still be at work when the next begins. */
public final class ClaimRemovals {
    private static final int MOST_STEPS = 4;

    private final World world;
    private final List<Job> running = new ArrayList<>();
    private int started;

    ClaimRemovals(World world) {
        this.world = world;
    }

    /** @param age how long ago a claim was folded at least that goes */
    void begin(Duration age) {
        running.add(new Job(
                ++started, world.variant.claimRemoval(world.ledger, world.store, world.tables, world.clock, age)));
        world.trace.add(() -> "claim removal " + started + " begins, age " + age);
    }

    void tick() {
        running.removeIf(job -> !moves(job));
    }

    private boolean moves(Job job) {
        try {
            for (int steps = world.choices.next(MOST_STEPS); steps > 0; steps--) {
                if (!job.work.advance()) {
                    world.trace.add(() -> "claim removal " + job.number + " ends");
                    return false;
                }
            }
            return true;
        } catch (OutageException e) {
            world.trace.add(() -> "claim removal " + job.number + " fails: " + e.getMessage());
            return false;
        }
    }

    /** What such a job does, one outside effect after the other; {@link ClaimRemoval} is the right one. */
    @FunctionalInterface
    public interface Work {
        /** Does the next step. Returns whether there is another. */
        boolean advance();
    }

    private record Job(int number, Work work) {}
}
