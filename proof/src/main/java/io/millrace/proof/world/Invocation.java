package io.millrace.proof.world;

import io.millrace.lake.WriterRun;

/** A writer at work on one batch. */
final class Invocation {
    final int number;
    final SimShard shard;
    final int to;
    final WriterProcess process;
    final WriterRun run;
    boolean awaited;
    long asleepUntilTick;

    /**
     * @param to index in the shard of the first record after the batch
     * @param awaited whether the stream waits for its answer
     */
    Invocation(int number, SimShard shard, int to, WriterProcess process, WriterRun run, boolean awaited) {
        this.number = number;
        this.shard = shard;
        this.to = to;
        this.process = process;
        this.run = run;
        this.awaited = awaited;
    }

    @Override
    public String toString() {
        return "writer " + number + " of " + shard.id;
    }
}
