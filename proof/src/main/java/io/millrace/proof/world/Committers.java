package io.millrace.proof.world;

import io.millrace.lake.CommitterRun;
import io.millrace.lake.CommitterServices;
import io.millrace.lake.LostLedgerException;
import io.millrace.proof.choice.Choices;
import io.millrace.proof.fault.Fault;
import io.millrace.store.OutageException;
import java.util.ArrayList;
import java.util.List;

/** The committers at work: one as a rule, more where a fault wants it. */
final class Committers {
    private static final int SPREAD = 10;
    private static final int LONGEST_SLEEP_TICKS = 60;
    private static final int FEW_CLAIMS = 3;
    private static final int MANY_CLAIMS = 1000;

    private final World world;
    private final CommitterServices services;
    private final List<Committer> running = new ArrayList<>();
    private int started;
    private long stuckUntilTick;

    Committers(World world) {
        this.world = world;
        this.services = new CommitterServices(
                world.variant.committersLedger(world.ledger),
                world.variant.committersStore(world.store),
                world.variant.tables(world.tables, world.lakeTables),
                world.pauses,
                new WakeQueue(world),
                world.clock,
                world::id,
                world.choices.next(4) == 3 ? FEW_CLAIMS : MANY_CLAIMS);
    }

    /** Lets none start for a while. */
    void stickUntil(long tick) {
        stuckUntilTick = tick;
    }

    /** Starts one unless one is at work. Returns whether it did. */
    boolean start(long tick) {
        if (tick < stuckUntilTick) {
            return false;
        }
        boolean second = running.stream().anyMatch(committer -> committer.asleepUntilTick <= tick);
        if (second && !world.faults.hits(Fault.TWO_COMMITTERS)) {
            return false;
        }
        Committer committer = new Committer(++started, new CommitterRun(services));
        running.add(committer);
        world.trace.add(() -> committer + " starts");
        return true;
    }

    /** Lets one of those that are awake do a step or some. Returns false if there is none. */
    boolean step(Choices choices, long tick, int most) {
        List<Committer> awake = new ArrayList<>();
        for (Committer committer : running) {
            if (committer.asleepUntilTick <= tick) {
                awake.add(committer);
            }
        }
        if (awake.isEmpty()) {
            return false;
        }
        Committer committer = awake.get(choices.next(awake.size()));
        for (int steps = 1 + choices.next(most); steps > 0 && step(committer, tick); steps--) {
            // Each step is all there is to do.
        }
        return true;
    }

    boolean isIdle() {
        return running.isEmpty();
    }

    void killAll() {
        running.clear();
    }

    private boolean step(Committer committer, long tick) {
        if (world.faults.hitsAtTimes(Fault.COMMITTER_CRASH, SPREAD)) {
            world.trace.add(() -> committer + " dies before " + committer.run.next());
            running.remove(committer);
            return false;
        }
        if (world.faults.hitsAtTimes(Fault.ZOMBIE_COMMITTER, SPREAD)) {
            committer.asleepUntilTick = tick + 1 + world.choices.next(LONGEST_SLEEP_TICKS);
            return false;
        }
        if (world.trace.isKept()) {
            world.trace.add(() -> committer + " " + committer.run.next());
        }
        boolean more;
        try {
            more = committer.run.advance();
        } catch (OutageException e) {
            world.trace.add(() -> committer + " fails: " + e.getMessage());
            more = false;
        } catch (LostLedgerException e) {
            if (!world.ledgerLoss.happened()) {
                throw new BrokenInvariantException(committer + " refuses: " + e.getMessage(), e);
            }
            world.trace.add(() -> committer + " refuses: " + e.getMessage());
            more = false;
        }
        if (!committer.run.refused().isEmpty() && !world.ledgerLoss.happened()) {
            throw new BrokenInvariantException(committer + " refuses tables: " + committer.run.refused());
        }
        if (!more) {
            running.remove(committer);
        }
        return more;
    }

    private static final class Committer {
        private final int number;
        private final CommitterRun run;
        private long asleepUntilTick;

        Committer(int number, CommitterRun run) {
            this.number = number;
            this.run = run;
        }

        @Override
        public String toString() {
            return "committer " + number;
        }
    }
}
