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
import io.millrace.ingest.DoorKernel;
import io.millrace.ingest.MemoryDoor;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The whole ingest function over POSTs of 100 events, beside a walk over the same JSON. */
public final class DoorBenchmark implements Benchmark {
    private static final int EVENTS_A_POST = 100;
    private static final double NANOS_A_SECOND = 1e9;
    private static final String CLICKS = "clickstream";
    private static final String KERNEL = "kernel";

    private static final Question WALK =
            new Question("P3", "ingest, per token walk over the same bytes", atMost(2.0, Unit.TIMES));
    private static final Question RATE =
            new Question("P4", "ingest, validated events at 100 a POST", atLeast(400_000, Unit.EVENTS_PER_CORE_SECOND));

    private static final Question KERNEL_RATE =
            new Question("P4", "its kernel: cut, check, enrich, frame", atLeast(400_000, Unit.EVENTS_PER_CORE_SECOND));

    @Override
    public List<Question> questions() {
        return List.of(WALK, RATE, KERNEL_RATE);
    }

    @Override
    public List<Answer> measure(Lab lab) throws IOException {
        EventSet events = lab.posted();
        List<byte[]> bodies = Posts.of(events, EVENTS_A_POST);
        MemoryDoor door = new MemoryDoor();
        DoorKernel kernel = new DoorKernel(events.dataset());
        try (LoopbackDoor loopback = new LoopbackDoor(new MemoryDoor(), events.dataset())) {
            Turns turns = new Turns()
                    .with(
                            "walk",
                            Metered.here(() ->
                                    TokenWalk.over(bodies) > 0 ? events.events().size() : 0))
                    .with("door", posting(door, events))
                    .with(KERNEL, Metered.here(() -> {
                        int accepted = 0;
                        for (byte[] body : bodies) {
                            accepted += kernel.take(body);
                        }
                        if (accepted == 0) {
                            throw new IOException("Cannot measure the kernel: it accepted none of the events");
                        }
                        return events.events().size();
                    }))
                    .with("loopback", Metered.here(() -> {
                        for (byte[] body : bodies) {
                            loopback.post(body);
                        }
                        return events.events().size();
                    }));
            EventSet clicks =
                    lab.given() == null ? ShopEvents.clickstream(lab.effort().events() / 2, lab.seed()) : null;
            if (clicks != null) {
                turns.with(CLICKS, posting(door, clicks));
            }
            Timings timings = turns.take(lab.effort().warmup(), lab.effort().turns(), lab.progress());
            return answers(events, clicks, timings);
        }
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

    private static List<Answer> answers(EventSet events, @Nullable EventSet clicks, Timings timings) {
        Samples door = timings.of("door").thread();
        Samples walk = timings.of("walk").thread();
        Map<String, Samples> samples = timings.samples();
        String walkNote = String.format(
                Locale.ROOT,
                "%.2f us by %.2f us an event of %.0f bytes",
                door.median() / 1e3,
                walk.median() / 1e3,
                events.averageBytes());
        String rateNote = String.format(
                Locale.ROOT,
                "with GC %,.0f; %sbehind loopback HTTP, client included, %,.0f",
                rate(timings.of("door").process()),
                clicks == null
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                "clickstream (%.0f bytes) %,.0f; ",
                                clicks.averageBytes(),
                                rate(timings.of(CLICKS).thread())),
                rate(timings.of("loopback").process()));
        Samples kernel = timings.of(KERNEL).thread();
        String kernelNote = String.format(
                Locale.ROOT,
                "%.2f us, %.2f walks; without proxy event, base64, key, answer and log",
                kernel.median() / 1e3,
                kernel.per(walk).median());
        return List.of(
                WALK.answer(door.per(walk).median(), walkNote, samples),
                RATE.answer(rate(door), rateNote, samples),
                KERNEL_RATE.answer(rate(kernel), kernelNote, samples));
    }

    private static double rate(Samples nanosPerEvent) {
        return NANOS_A_SECOND / nanosPerEvent.median();
    }
}
