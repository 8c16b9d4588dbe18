package io.millrace.bench.writer;

import static io.millrace.bench.report.Bar.atLeast;
import static io.millrace.bench.report.Bar.atMost;

import io.millrace.bench.Benchmark;
import io.millrace.bench.Lab;
import io.millrace.bench.engine.Engines;
import io.millrace.bench.event.EventSet;
import io.millrace.bench.event.Lines;
import io.millrace.bench.measure.Samples;
import io.millrace.bench.measure.Timings;
import io.millrace.bench.measure.Turns;
import io.millrace.bench.report.Answer;
import io.millrace.bench.report.Question;
import io.millrace.bench.report.Unit;
import io.millrace.contract.Layer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;

/** The lake-writer beside Spark, beside DuckDB and beside the sum of its parts, and what its files weigh. */
public final class WriterBenchmark implements Benchmark {
    private static final Question SPARK =
            new Question("P1", "writer, events per CPU-second, per Spark 3.5 local[1]'s", atLeast(3.0, Unit.TIMES));
    private static final Question DUCKDB =
            new Question("P1b", "writer, CPU per event, per DuckDB's on one thread", atMost(1.0, Unit.TIMES));
    private static final Question PARTS =
            new Question("P2", "writer, CPU per event, per its parts' alone", atMost(1.2, Unit.TIMES));
    private static final Question SIZE =
            new Question("size", "bronze + silver, less than the JSON by", atLeast(80, Unit.PERCENT));

    @Override
    public List<Question> questions() {
        return List.of(SPARK, DUCKDB, PARTS, SIZE);
    }

    @Override
    public List<Answer> measure(Lab lab) throws IOException, InterruptedException {
        EventSet events = lab.streamed();
        Path lines = Lines.write(events, lab.folder().resolve("events.ndjson"));
        long count = events.events().size();
        WriterParts parts = new WriterParts(events, lab.folder().resolve("lake"));
        Turns turns = new Turns();
        parts.join(turns);
        try (Rivals rivals = new Rivals()) {
            boolean rivalsKnow = events.dataset().equals(Engines.DATASET);
            if (!rivalsKnow) {
                rivals.leaveOut("the other engines' columns are those of " + Engines.DATASET, SPARK, DUCKDB);
            }
            if (rivalsKnow && lab.wants(SPARK)) {
                rivals.join(turns, SPARK, () -> Engines.spark(lab.root(), lines, count, lab.folder()));
            }
            if (rivalsKnow && lab.wants(DUCKDB)) {
                rivals.join(turns, DUCKDB, () -> Engines.duckDb(lab.root(), lines, count, lab.folder()));
            }
            Timings timings = turns.take(lab.effort().warmup(), lab.effort().turns(), lab.progress());
            return List.of(
                    against(SPARK, rivals, timings, (ours, theirs) -> theirs.per(ours)),
                    against(DUCKDB, rivals, timings, Samples::per),
                    parts(timings),
                    size(events, parts));
        }
    }

    /** @param figure made of our CPU time for an event and of theirs */
    private static Answer against(Question rival, Rivals rivals, Timings timings, BinaryOperator<Samples> figure) {
        String absence = rivals.absence(rival);
        if (absence != null) {
            return rival.notRun(absence);
        }
        Samples ours = timings.of(WriterParts.WHOLE).process();
        Samples theirs = timings.of(rival.id()).process();
        return rival.answer(figure.apply(ours, theirs).median(), micros(ours, theirs), timings.samples());
    }

    private static Answer parts(Timings timings) {
        Samples ours = timings.of(WriterParts.WHOLE).thread();
        Samples sum = WriterParts.sum(timings);
        String alone = WriterParts.ALONE.stream()
                .map(part -> String.format(
                        Locale.ROOT, "%s %.2f", part, timings.of(part).thread().median() / 1e3))
                .collect(Collectors.joining(" + "));
        String note = micros(ours, sum) + " = " + alone;
        return PARTS.answer(ours.per(sum).median(), note, timings.samples());
    }

    private static Answer size(EventSet events, WriterParts parts) {
        double bronze = (double) parts.storedBytes(Layer.BRONZE) / events.bytes();
        double silver = (double) parts.storedBytes(Layer.SILVER) / events.bytes();
        String note = String.format(
                Locale.ROOT,
                "bronze %.1f %% and silver %.1f %% of %.0f bytes an event, by batches of 5,000 events; of %,d events"
                        + " silver took %,d in %,d files, quarantine %,d",
                100 * bronze,
                100 * silver,
                events.averageBytes(),
                events.events().size(),
                parts.storedRows(Layer.SILVER),
                parts.storedFiles(Layer.SILVER),
                parts.storedRows(Layer.QUARANTINE));
        return SIZE.answer(100 * (1 - bronze - silver), note, Map.of());
    }

    private static String micros(Samples ours, Samples theirs) {
        return String.format(Locale.ROOT, "%.2f us by %.2f us an event", ours.median() / 1e3, theirs.median() / 1e3);
    }
}
