package io.millrace.proof.world;

import io.millrace.lake.Head;
import io.millrace.lake.LostLedgerException;
import io.millrace.lake.WriterRun;
import io.millrace.proof.choice.Choices;
import io.millrace.proof.fault.Fault;
import io.millrace.store.OutageException;
import java.util.ArrayList;
import java.util.List;

/**
 * Kinesis's event source mapping and the writers that it invokes: one batch of a shard at a time, in order, again until
 * it is acknowledged; a shard's children only after it.
 */
final class Writers {
    private static final int MOST_RECORDS = 40;
    private static final int PROCESSES = 3;
    private static final int SPREAD = 5;
    private static final int LONGEST_SLEEP_TICKS = 60;

    private final World world;
    private final List<Invocation> running = new ArrayList<>();
    private final List<WriterProcess> processes = new ArrayList<>();
    private int invocations;

    Writers(World world) {
        this.world = world;
    }

    /** Hands a batch to a writer. Returns false if there is none to hand out. */
    boolean deliver() {
        List<SimShard> ready = new ArrayList<>();
        for (SimShard shard : world.stream.shards.values()) {
            if (!shard.busy && shard.unread() > 0 && world.stream.parentsAreRead(shard)) {
                ready.add(shard);
            }
        }
        if (ready.isEmpty()) {
            return false;
        }
        deliver(ready.get(world.choices.next(ready.size())));
        return true;
    }

    private void deliver(SimShard shard) {
        if (!shard.begun) {
            shard.begun = true;
            shard.acknowledged = world.variant.firstRead(shard.records.size());
            if (shard.unread() == 0) {
                return;
            }
        }
        int most = Math.min(shard.unread(), MOST_RECORDS);
        int cut = most - world.choices.next(most);
        if (shard.failures > 0 && cut != shard.lastCut) {
            world.faults.hit(Fault.RECUT_BATCH);
        }
        shard.lastCut = cut;
        shard.busy = true;
        invoke(shard, cut, true);
        if (world.faults.hits(Fault.DUPLICATE_INVOCATION)) {
            invoke(shard, cut, false);
            shard.crowded = true;
        }
    }

    private void invoke(SimShard shard, int cut, boolean awaited) {
        int from = shard.acknowledged;
        List<SimRecord> batch = shard.records.subList(from, from + cut);
        WriterProcess process = idleProcess();
        process.busy = true;
        WriterRun run =
                new WriterRun(process.services, shard.id, world.variant.given(process.services.ledger(), batch));
        Invocation invocation = new Invocation(++invocations, shard, from + cut, process, run, awaited);
        running.add(invocation);
        if (world.trace.isKept()) {
            world.trace.add(() -> invocation + " gets " + List.copyOf(batch));
        }
    }

    private WriterProcess idleProcess() {
        if (processes.size() < PROCESSES) {
            processes.add(new WriterProcess(world));
        }
        int from = world.choices.next(processes.size());
        for (int i = 0; i < processes.size(); i++) {
            WriterProcess process = processes.get((from + i) % processes.size());
            if (!process.busy) {
                return process;
            }
        }
        WriterProcess fresh = new WriterProcess(world);
        processes.add(fresh);
        return fresh;
    }

    /** Lets one of the writers that are awake do a step or some. Returns false if there is none. */
    boolean step(Choices choices, long tick, int most) {
        List<Invocation> awake = new ArrayList<>();
        for (Invocation invocation : running) {
            if (invocation.asleepUntilTick <= tick) {
                awake.add(invocation);
            }
        }
        if (awake.isEmpty()) {
            return false;
        }
        Invocation invocation = awake.get(choices.next(awake.size()));
        for (int steps = 1 + choices.next(most); steps > 0 && step(invocation, tick); steps--) {
            // Each step is all there is to do.
        }
        return true;
    }

    boolean isIdle() {
        return running.isEmpty();
    }

    /** The end of every process. */
    void killAll() {
        List.copyOf(running).forEach(this::kill);
    }

    /** Returns whether the invocation can do another step now. */
    private boolean step(Invocation invocation, long tick) {
        WriterRun run = invocation.run;
        if (world.faults.hitsAtTimes(crashAt(run.next()), SPREAD)) {
            kill(invocation);
            return false;
        }
        if (invocation.awaited && world.faults.hitsAtTimes(Fault.ZOMBIE_WRITER, SPREAD)) {
            invocation.shard.crowded = true;
            invocation.asleepUntilTick = tick + 1 + world.choices.next(LONGEST_SLEEP_TICKS);
            answer(invocation, false);
            return false;
        }
        if (world.trace.isKept()) {
            world.trace.add(() -> invocation + " " + run.next());
        }
        boolean more;
        try {
            more = run.advance();
        } catch (KilledException e) {
            kill(invocation);
            return false;
        } catch (OutageException | ThrowingRowException e) {
            fail(invocation, e);
            return false;
        } catch (LostLedgerException e) {
            if (!world.ledgerLoss.happened()) {
                throw new BrokenInvariantException(invocation + " refuses: " + e.getMessage(), e);
            }
            fail(invocation, e);
            return false;
        }
        if (invocation.awaited && more && world.variant.acknowledges(run.next())) {
            answer(invocation, true);
        }
        if (!more) {
            end(invocation);
            answer(invocation, !world.faults.hits(Fault.CRASH_BEFORE_ACK));
        }
        return more;
    }

    private static Fault crashAt(WriterRun.Step next) {
        return switch (next) {
            case WRITE_BODY, READ_BODY, LOOK_AHEAD -> Fault.CRASH_AFTER_FILES;
            case CLAIM -> Fault.CRASH_BEFORE_CLAIM;
            case READ_HEAD_AFTER_DOUBT, WAKE_COMMITTER, DONE -> Fault.CRASH_AFTER_CLAIM;
            case READ_HEAD, OPEN_SHARD, COUNT_ATTEMPT, LOAD_WINDOW, SEAL_WINDOW, WRITE_TABLE ->
                Fault.CRASH_BEFORE_FILES;
        };
    }

    private void kill(Invocation invocation) {
        world.trace.add(() -> invocation + " dies before " + invocation.run.next());
        processes.remove(invocation.process);
        suspect(invocation);
        end(invocation);
        answer(invocation, false);
    }

    /** Notes the record that the writer has begun alone, if any: its end will be held against it. */
    private void suspect(Invocation invocation) {
        world.ledgerState
                .head(invocation.shard.id)
                .map(Head::suspect)
                .ifPresent(begun -> world.stream.suspect(invocation.shard.id, begun));
    }

    private void fail(Invocation invocation, RuntimeException cause) {
        world.trace.add(() -> invocation + " fails: " + cause.getMessage());
        try {
            invocation.run.abandon(cause);
        } catch (OutageException e) {
            suspect(invocation);
            world.trace.add(() -> invocation + " is not forgiven: " + e.getMessage());
        }
        if (!(cause instanceof OutageException)) {
            suspect(invocation);
        }
        end(invocation);
        answer(invocation, false);
    }

    private void end(Invocation invocation) {
        running.remove(invocation);
        invocation.process.busy = false;
    }

    /** What the stream hears of an invocation; it listens to the first answer of the one that it waits for. */
    private void answer(Invocation invocation, boolean acknowledged) {
        if (!invocation.awaited) {
            return;
        }
        invocation.awaited = false;
        SimShard shard = invocation.shard;
        shard.busy = false;
        shard.failures = acknowledged ? 0 : shard.failures + 1;
        if (acknowledged || shard.failures >= world.variant.triesOfABatch()) {
            shard.acknowledged = invocation.to;
            shard.failures = 0;
        }
        world.trace.add(() -> invocation + (acknowledged ? " acknowledges" : " is given up"));
    }
}
