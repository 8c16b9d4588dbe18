package io.millrace.bench.door;

import static io.millrace.bench.report.Bar.atLeast;
import static io.millrace.bench.report.Bar.atMost;

import io.millrace.bench.Benchmark;
import io.millrace.bench.Lab;
import io.millrace.bench.event.EventSet;
import io.millrace.bench.event.Posts;
import io.millrace.bench.event.ShopEvents;
import io.millrace.bench.measure.Metered;
import io.millrace.bench.measure.Samples;
import io.millrace.bench.measure.Timings;
import io.millrace.bench.measure.Turns;
import io.millrace.bench.report.Answer;
import io.millrace.bench.report.Question;
import io.millrace.bench.report.Unit;
import io.millrace.ingest.MemoryDoor;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The whole ingest function over POSTs of 100 events, beside a walk over the same JSON. */
public final class DoorBenchmark implements Benchmark {
    private static final int EVENTS_A_POST = 100;
    private static final double NANOS_A_SECOND = 1e9;

    private static final Question WALK =
            new Question("P3", "ingest, per token walk over the same bytes", atMost(2.0, Unit.TIMES));
    private static final Question RATE =
            new Question("P4", "ingest, validated events at 100 a POST", atLeast(400_000, Unit.EVENTS_PER_CORE_SECOND));

    @Override
    public List<Question> questions() {
        return List.of(WALK, RATE);
    }

    @Override
    public List<Answer> measure(Lab lab) throws IOException {
        EventSet app = ShopEvents.appEvents(lab.effort().events(), lab.seed());
        EventSet clicks = ShopEvents.clickstream(lab.effort().events() / 2, lab.seed());
        List<byte[]> bodies = Posts.of(app, EVENTS_A_POST);
        MemoryDoor door = new MemoryDoor();
        Timings timings;
        try (LoopbackDoor loopback = new LoopbackDoor(new MemoryDoor(), app.dataset())) {
            timings = new Turns()
                    .with(
                            "walk",
                            Metered.here(() ->
                                    TokenWalk.over(bodies) > 0 ? app.events().size() : 0))
                    .with("door", posting(door, app))
                    .with("clickstream", posting(door, clicks))
                    .with("loopback", Metered.here(() -> {
                        for (byte[] body : bodies) {
                            loopback.post(body);
                        }
                        return app.events().size();
                    }))
                    .take(lab.effort().warmup(), lab.effort().turns(), lab.progress());
        }
        return answers(app, clicks, timings);
    }

    /** Posting all of the events once, to the function itself. */
    public static Metered posting(MemoryDoor door, EventSet events) {
        List<byte[]> requests = Posts.of(events, EVENTS_A_POST).stream()
                .map(body -> MemoryDoor.request(events.dataset(), body))
                .toList();
        return Metered.here(() -> {
            for (byte[] request : requests) {
                door.post(request);
            }
            if (door.fetch().size() < requests.size()) {
                throw new IOException("Cannot count the POSTs: the stream got fewer records than there were");
            }
            return events.events().size();
        });
    }

    private static List<Answer> answers(EventSet app, EventSet clicks, Timings timings) {
        Samples door = timings.of("door").thread();
        Samples walk = timings.of("walk").thread();
        Map<String, Samples> samples = timings.samples();
        String walkNote = String.format(
                Locale.ROOT,
                "%.2f us by %.2f us an event of %.0f bytes",
                door.median() / 1e3,
                walk.median() / 1e3,
                app.averageBytes());
        String rateNote = String.format(
                Locale.ROOT,
                "with GC %,.0f; clickstream (%.0f bytes) %,.0f; behind loopback HTTP, client included, %,.0f",
                rate(timings.of("door").process()),
                clicks.averageBytes(),
                rate(timings.of("clickstream").thread()),
                rate(timings.of("loopback").process()));
        return List.of(
                WALK.answer(door.per(walk).median(), walkNote, samples), RATE.answer(rate(door), rateNote, samples));
    }

    private static double rate(Samples nanosPerEvent) {
        return NANOS_A_SECOND / nanosPerEvent.median();
    }
}
