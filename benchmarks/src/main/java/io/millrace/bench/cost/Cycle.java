package io.millrace.bench.cost;

import io.millrace.bench.event.ShopEvents;
import io.millrace.bench.lake.Calls;
import io.millrace.bench.lake.LocalLake;
import io.millrace.bench.measure.CpuClock;
import io.millrace.bench.writer.Batches;
import java.io.IOException;
import java.nio.file.Path;

/**
 * What the real writer and committer ask AWS for, counted: two batches and their fold, again and again.
 *
 * @param writer for one batch
 * @param committer for one fold into three tables
 * @param foldMillis CPU time of a fold
 */
record Cycle(Asked writer, Asked committer, double foldMillis) {
    private static final int BATCHES_A_FOLD = 2;
    private static final double NANOS_A_MILLISECOND = 1e6;

    /** Few events a batch: their number changes no count, as long as some are broken. */
    private static final int EVENTS_A_BATCH = 200;

    /**
     * Counts.
     *
     * @param folder for the tables' files
     * @param warmup cycles before the first that counts
     * @param counted cycles that count
     */
    static Cycle count(Path folder, long seed, int warmup, int counted) throws IOException {
        int cycles = warmup + counted;
        Batches batches = Batches.of(
                ShopEvents.appEventsSomeBroken(cycles * BATCHES_A_FOLD * EVENTS_A_BATCH, seed), EVENTS_A_BATCH);
        LocalLake lake = new LocalLake(folder);
        LocalLake.Shard shard = lake.shard(lake.files());
        Calls writer = Calls.NONE;
        Calls committer = Calls.NONE;
        long nanos = 0;
        for (int cycle = 0; cycle < cycles; cycle++) {
            if (cycle == warmup) {
                writer = Calls.NONE;
                committer = Calls.NONE;
                nanos = 0;
            }
            for (int batch = 0; batch < BATCHES_A_FOLD; batch++) {
                shard.write(batches.batches().get(cycle * BATCHES_A_FOLD + batch));
            }
            writer = writer.plus(lake.calls().take());
            long begun = CpuClock.threadNanos();
            shard.commit();
            nanos += CpuClock.threadNanos() - begun;
            committer = committer.plus(lake.calls().take());
        }
        return new Cycle(
                Asked.average(writer, counted * BATCHES_A_FOLD),
                Asked.average(committer, counted),
                nanos / NANOS_A_MILLISECOND / counted);
    }
}
