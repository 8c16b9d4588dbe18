package io.millrace.bench.scale;

import io.millrace.bench.Benchmark;
import io.millrace.bench.Lab;
import io.millrace.bench.measure.Samples;
import io.millrace.bench.report.Answer;
import io.millrace.bench.report.Bar;
import io.millrace.bench.report.Question;
import io.millrace.bench.report.Unit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;

/** How snapshots, the ledger's work and a table's metadata grow with shards and with days. */
public final class ScaleBenchmark implements Benchmark {
    private static final Question SNAPSHOTS =
            new Question("P7", "snapshots that a table gets in a commit interval", Bar.atMost(1, Unit.COUNT));
    private static final Question CLAIMS =
            new Question("P7", "claims that wait for a later fold", Bar.atMost(0, Unit.COUNT));
    private static final Question IDLE = new Question(
            "P7",
            "ledger items that a fold of 10 active shards reads beside 990 idle ones / alone",
            Bar.atMost(1, Unit.TIMES));
    private static final Question METADATA =
            new Question("P7", "a table's metadata file in 30 days, at its largest", Bar.atMost(5, Unit.MEGABYTES));

    /** As production is deployed. */
    private static final Duration UPKEEP_EVERY = Duration.ofHours(2);

    private static final Duration MONTH = Duration.ofDays(30);
    /** States of twelve hours are kept, and those since the last maintenance. */
    private static final Duration STATES = Duration.ofHours(14);
    /** Until a shard that brings nothing rests. */
    private static final Duration IDLE_FOR = Duration.ofHours(26);

    @Override
    public List<Question> questions() {
        return List.of(SNAPSHOTS, CLAIMS, IDLE, METADATA);
    }

    @Override
    public List<Answer> measure(Lab lab) {
        Map<Integer, ScaleResult> byShards = new LinkedHashMap<>();
        byShards.put(1, run(lab, 1, 1, Duration.ZERO, Duration.ofMinutes(30)));
        ScaleResult ten = run(lab, 10, 10, IDLE_FOR, Duration.ofMinutes(10));
        byShards.put(10, ten);
        byShards.put(100, run(lab, 100, 100, Duration.ZERO, Duration.ofMinutes(5)));
        byShards.put(1000, run(lab, 1000, 1000, Duration.ZERO, Duration.ofMinutes(2)));
        ScaleResult idle = run(lab, 1000, 10, IDLE_FOR, Duration.ofMinutes(10));
        Map<String, Samples> samples = samples(byShards);
        List<Answer> answers = new ArrayList<>();
        answers.add(
                SNAPSHOTS.answer(most(byShards.values(), ScaleResult::mostSnapshots), "1 to 1,000 shards", samples));
        answers.add(CLAIMS.answer(most(byShards.values(), ScaleResult::unfoldedClaims), "1 to 1,000 shards", samples));
        long alone = ten.median(FoldFigures::itemsRead);
        long beside = idle.median(FoldFigures::itemsRead);
        answers.add(IDLE.answer((double) beside / alone, beside + " / " + alone + " items", samples));
        answers.add(month(lab));
        return answers;
    }

    private static Answer month(Lab lab) {
        ScaleResult result = run(lab, 1, 1, MONTH.minus(STATES), STATES);
        ScaleResult.Metadata largest = result.largest();
        String note = String.format(
                Locale.ROOT,
                "%d snapshots, %d tags, %d manifests; all manifests and their lists %.0f MB; a fold %d ms of CPU",
                largest.snapshots(),
                largest.tags(),
                largest.manifests(),
                largest.treeBytes() / 1e6,
                result.cpuMicros() / 1000);
        return METADATA.answer(
                largest.bytes() / 1e6,
                note,
                Map.of(
                        "bytes before each maintenance",
                        new Samples(result.metadata().stream()
                                .map(each -> (double) each.bytes())
                                .toList())));
    }

    private static ScaleResult run(Lab lab, int shards, int active, Duration coarse, Duration fine) {
        ScalePlan plan = ScalePlan.of(shards, active, UPKEEP_EVERY, coarse, fine);
        lab.progress()
                .accept(shards + " shards, " + active + " active, "
                        + plan.length().toHours() + " hours");
        return ScaleSimulation.run(plan);
    }

    private static double most(Collection<ScaleResult> results, ToLongFunction<ScaleResult> of) {
        return (double) results.stream().mapToLong(of).max().orElseThrow();
    }

    /** Of a fold, by the number of active shards. */
    private static Map<String, Samples> samples(Map<Integer, ScaleResult> byShards) {
        Map<String, ToLongFunction<ScaleResult>> figures = new LinkedHashMap<>();
        figures.put("requests to the ledger", result -> result.median(FoldFigures::requests));
        figures.put("items read of the ledger", result -> result.median(FoldFigures::itemsRead));
        figures.put("items written to the ledger", result -> result.median(FoldFigures::itemsWritten));
        figures.put("objects read", result -> result.median(FoldFigures::objectsRead));
        figures.put("CPU, us", result -> result.median(FoldFigures::cpuNanos) / 1000);
        Map<String, Samples> samples = new LinkedHashMap<>();
        figures.forEach((name, of) -> samples.put(
                name + " of a fold, by shards " + byShards.keySet(),
                new Samples(byShards.values().stream()
                        .map(result -> (double) of.applyAsLong(result))
                        .toList())));
        return samples;
    }
}
