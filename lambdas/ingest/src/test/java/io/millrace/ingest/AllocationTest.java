package io.millrace.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.millrace.contract.Contracts;
import io.millrace.event.Arrival;
import io.millrace.frame.Buckets;
import io.millrace.protocol.Protocol;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the door's work costs in memory, which no other work on the machine changes, as time would be. */
class AllocationTest {
    private static final int EVENTS = 100;
    private static final int EVENT_BYTES = 929;

    /** An event is copied three times on its way into a record; a tree of it alone would take as much again. */
    private static final int MOST_BYTES_AN_EVENT = 8 * EVENT_BYTES;

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final Inspector inspector = new Inspector(Contracts.bundled(), 262_144);
    private final Records records = new Records(new Buckets(4), "1.2.3");
    private final byte[] body = IntStream.range(0, EVENTS)
            .mapToObj(i -> Events.ofSize("e-" + i, EVENT_BYTES))
            .collect(Collectors.joining(",", "[", "]"))
            .getBytes(UTF_8);

    @Test
    void anEventIsCheckedAndFramedInAFewTimesItsOwnSize() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        takeAll(); // loads classes
        long before = threads.getCurrentThreadAllocatedBytes();

        List<List<StreamRecord>> waves = takeAll();

        long bytes = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(waves).isNotEmpty();
        assertThat(bytes / EVENTS).isLessThan(MOST_BYTES_AN_EVENT);
    }

    private List<List<StreamRecord>> takeAll() {
        Admitted admitted = new Admitted(new Route("app_events", null, false), Doorway.SHOP);
        Arrival arrival = Arrival.of(NOW, "shop");
        Slices slices = (Slices) EventSplitter.split(body, "", EVENTS, inspector.lookout(admitted, NOW));
        Parcel parcel = Parcel.of(body, slices, Protocol.PLAIN);
        List<Inspected> events = new ArrayList<>();
        for (Slice slice : slices.events()) {
            events.add(inspector.inspect(parcel, slice, events.size(), admitted, arrival));
        }
        assertThat(events).allMatch(Inspected::accepted);
        return records.of(new Batch("b-1", NOW, null, "shop", "{}", Protocol.PLAIN), body, events);
    }
}
