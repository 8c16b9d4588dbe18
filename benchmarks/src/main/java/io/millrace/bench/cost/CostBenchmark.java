package io.millrace.bench.cost;

import static io.millrace.bench.report.Bar.atMost;

import io.millrace.bench.Benchmark;
import io.millrace.bench.Lab;
import io.millrace.bench.door.DoorBenchmark;
import io.millrace.bench.event.EventSet;
import io.millrace.bench.lake.Call;
import io.millrace.bench.measure.Timings;
import io.millrace.bench.measure.Turns;
import io.millrace.bench.report.Answer;
import io.millrace.bench.report.Question;
import io.millrace.bench.report.Unit;
import io.millrace.bench.writer.WriterParts;
import io.millrace.contract.Layer;
import io.millrace.ingest.MemoryDoor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The bill for a thousand events a second in one dataset, from the stream to its three tables: CPU time measured here,
 * calls counted on the real writer and committer, prices and waits from a list.
 */
public final class CostBenchmark implements Benchmark {
    private static final Question COST = new Question(
            "P5", "AWS, Kinesis to silver at 1,000 events a second", atMost(0.02, Unit.DOLLARS_PER_MILLION));

    private static final double EVENTS_A_POST = 100;

    /** As infra/environments/prod.yaml has them. */
    private static final Pace PACE = new Pace(1000, 5, 10);

    private static final double WRITER_MB = 3072;
    private static final double COMMITTER_MB = 1769;
    private static final double INGEST_MB = 1769;

    /** A shard takes a megabyte and a thousand records a second. */
    private static final double BYTES_A_SHARD = 1 << 20;

    private static final double RECORDS_A_SHARD = 1000;

    /** One PutRecords for each POST. */
    private static final double PUT_MILLIS = 20;

    private static final double NANOS_A_MILLISECOND = 1e6;
    private static final int WARMUP_CYCLES = 20;
    /** Enough for the rare ones: a dedup window is written every 32 batches, manifests are merged every 100 folds. */
    private static final int CYCLES = 160;

    private static final double PUTS_OF_THE_PRICE = 1000;

    @Override
    public List<Question> questions() {
        return List.of(COST);
    }

    @Override
    public List<Answer> measure(Lab lab) throws IOException {
        lab.progress().accept("counting calls");
        Cycle cycle = Cycle.count(lab.folder().resolve("cycle"), lab.seed(), WARMUP_CYCLES, CYCLES);
        EventSet events = lab.streamed();
        WriterParts parts = new WriterParts(events, lab.folder().resolve("lake"));
        Turns turns = new Turns().with("door", DoorBenchmark.posting(new MemoryDoor(), events));
        parts.joinWhole(turns);
        Timings timings = turns.take(lab.effort().warmup(), lab.effort().turns(), lab.progress());
        PriceList prices = PriceList.of("us-east-1");
        Hour hour = hour(cycle, parts, events, timings, prices);
        Bill bill = Bill.of(hour, prices);
        String note = String.format(
                Locale.ROOT,
                "writer %.1f us an event, commit %.0f ms of CPU; prices: %s; the bill is below",
                timings.of(WriterParts.WHOLE).process().median() / 1e3,
                cycle.foldMillis(),
                prices.origin());
        return List.of(COST.answer(bill.dollars(), note, timings.samples()).with(text(bill, cycle, prices)));
    }

    private static Hour hour(Cycle cycle, WriterParts parts, EventSet events, Timings timings, PriceList prices) {
        double perHour = PACE.eventsAnHour();
        double batches = PACE.batchesAnHour();
        double folds = PACE.foldsAnHour();
        double records = parts.records() / (double) events.events().size() * PACE.eventsASecond();
        double bytes = parts.recordBytes() / (double) events.events().size() * PACE.eventsASecond();
        double shards = Math.ceil(Math.max(bytes / BYTES_A_SHARD, records / RECORDS_A_SHARD));
        double writerMillis = timings.of(WriterParts.WHOLE).process().median()
                * PACE.eventsASecond()
                * PACE.batchSeconds()
                / NANOS_A_MILLISECOND;
        double doorMillis = timings.of("door").process().median() * EVENTS_A_POST / NANOS_A_MILLISECOND;
        Map<Call, Double> calls = new EnumMap<>(Call.class);
        for (Call call : Call.values()) {
            calls.put(
                    call, cycle.writer().of(call) * batches + cycle.committer().of(call) * folds);
        }
        double stored = (double) parts.storedBytes(Layer.BRONZE)
                + parts.storedBytes(Layer.SILVER)
                + parts.storedBytes(Layer.QUARANTINE);
        double posts = perHour / EVENTS_A_POST;
        return new Hour(
                perHour,
                shards,
                parts.putUnits() / (double) events.events().size() * perHour,
                Function.of(
                        batches, writerMillis, prices.waitMillis(cycle.writer().calls()), WRITER_MB),
                Function.of(
                        folds,
                        cycle.foldMillis(),
                        prices.waitMillis(cycle.committer().calls()),
                        COMMITTER_MB),
                calls,
                stored / events.events().size() * perHour,
                posts,
                Function.of(posts, doorMillis, PUT_MILLIS, INGEST_MB));
    }

    private static List<String> text(Bill bill, Cycle cycle, PriceList prices) {
        List<String> lines = new ArrayList<>();
        lines.add("P5, for a million events, what costs most first:");
        bill.counted().stream()
                .sorted(Comparator.comparingDouble(Bill.Line::dollars).reversed())
                .forEach(line -> lines.add(
                        line.text() + String.format(Locale.ROOT, "  %4.1f %%", 100 * line.dollars() / bill.dollars())));
        lines.add(new Bill.Line("from Kinesis", "to silver", bill.dollars()).text());
        lines.add("its PUTs:");
        lines.addAll(PutTable.of(cycle, PACE, prices.price("s3.thousandPuts") / PUTS_OF_THE_PRICE));
        lines.add("beside it:");
        bill.beside().forEach(line -> lines.add(line.text()));
        return lines;
    }
}
