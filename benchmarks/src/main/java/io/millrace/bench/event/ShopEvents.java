package io.millrace.bench.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.millrace.simulate.Faults;
import io.millrace.simulate.Traffic;
import io.millrace.simulate.TrafficPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What the simulated shop sends: the fields, lengths and repetitions of real events, the same for the same seed. */
public final class ShopEvents {
    /** Of the shop's traffic, and so of the events' own times. */
    private static final int EVENTS_A_SECOND = 1000;

    private static final int BROKEN_EVERY = 200;

    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private ShopEvents() {}

    /** Views, clicks, sign-ups and purchases of a web site and an app; 890 bytes each on average. */
    public static EventSet appEvents(int count, long seed) {
        return tell("app_events", List.of("web", "mobile"), count, seed);
    }

    /** The same, but every two hundredth does not say what happened: the door rejects it, and quarantine keeps it. */
    public static EventSet appEventsSomeBroken(int count, long seed) {
        List<byte[]> events = new ArrayList<>(appEvents(count, seed).events());
        for (int i = 0; i < events.size(); i += BROKEN_EVERY) {
            String whole = new String(events.get(i), UTF_8);
            events.set(i, whole.replace("\"event_type\":", "\"event_kind\":").getBytes(UTF_8));
        }
        return new EventSet("app_events", "app_events", events);
    }

    /** Pages and screens as they are opened; 950 bytes each on average. */
    public static EventSet clickstream(int count, long seed) {
        return tell("clickstream", List.of("clickstream"), count, seed);
    }

    private static EventSet tell(String dataset, List<String> sources, int count, long seed) {
        List<byte[]> events = new ArrayList<>(count);
        new Traffic(new TrafficPlan(sources, count, EVENTS_A_SECOND, 100, seed, START, Duration.ZERO, Faults.NONE))
                .forEachRemaining(event -> events.add(event.json()));
        return new EventSet(dataset, dataset, events);
    }
}
