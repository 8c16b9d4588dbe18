package io.millrace.bench.cost;

import io.millrace.bench.event.ShopEvents;
import io.millrace.bench.measure.CpuClock;
import io.millrace.bench.writer.Batches;
import io.millrace.lake.aws.Call;
import io.millrace.lake.aws.LocalLake;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/**
 * What the real writer and committer ask AWS for, counted: two batches and their fold, again and again.
 *
 * @param writer calls of one batch
 * @param committer calls of one fold into three tables
 * @param foldMillis CPU time of a fold
 */
record Cycle(Map<Call, Double> writer, Map<Call, Double> committer, double foldMillis) {
    private static final int BATCHES_A_FOLD = 2;
    private static final int WARMUP = 20;
    private static final int COUNTED = 40;
    private static final double NANOS_A_MILLISECOND = 1e6;

    /** Few events a batch: their number changes no count, as long as some are broken. */
    private static final int EVENTS_A_BATCH = 200;

    static Cycle count(Path folder, long seed) throws IOException {
        int cycles = WARMUP + COUNTED;
        Batches batches = Batches.of(
                ShopEvents.appEventsSomeBroken(cycles * BATCHES_A_FOLD * EVENTS_A_BATCH, seed), EVENTS_A_BATCH);
        LocalLake lake = new LocalLake(folder);
        LocalLake.Shard shard = lake.shard(lake.files());
        Map<Call, Long> writer = new EnumMap<>(Call.class);
        Map<Call, Long> committer = new EnumMap<>(Call.class);
        long nanos = 0;
        for (int cycle = 0; cycle < cycles; cycle++) {
            boolean counts = cycle >= WARMUP;
            for (int batch = 0; batch < BATCHES_A_FOLD; batch++) {
                shard.write(batches.batches().get(cycle * BATCHES_A_FOLD + batch));
            }
            add(lake.calls().take(), counts, writer);
            long begun = CpuClock.threadNanos();
            shard.commit();
            nanos += counts ? CpuClock.threadNanos() - begun : 0;
            add(lake.calls().take(), counts, committer);
        }
        return new Cycle(
                each(writer, COUNTED * BATCHES_A_FOLD),
                each(committer, COUNTED),
                nanos / NANOS_A_MILLISECOND / COUNTED);
    }

    private static void add(Map<Call, Long> taken, boolean counts, Map<Call, Long> into) {
        if (counts) {
            taken.forEach((call, count) -> into.merge(call, count, Long::sum));
        }
    }

    private static Map<Call, Double> each(Map<Call, Long> sums, int of) {
        Map<Call, Double> each = new EnumMap<>(Call.class);
        sums.forEach((call, sum) -> each.put(call, (double) sum / of));
        return each;
    }
}
