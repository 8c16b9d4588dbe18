package io.millrace.bench.writer;

import io.millrace.bench.event.EventSet;
import io.millrace.bench.event.Posts;
import io.millrace.ingest.MemoryDoor;
import io.millrace.lake.Position;
import io.millrace.lake.StreamRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What the writer is handed: the records that the real door made of POSTs of a hundred events, in batches as a stream of
 * a thousand events a second gives them every five seconds.
 *
 * @param events in all of them
 */
public record Batches(List<List<StreamRecord>> batches, long events) {
    private static final int EVENTS_A_POST = 100;
    private static final int EVENTS_A_BATCH = 5_000;

    public Batches {
        batches = List.copyOf(batches);
    }

    static Batches of(EventSet events) throws IOException {
        return of(events, EVENTS_A_BATCH);
    }

    /** Batches of so many events. */
    public static Batches of(EventSet events, int eventsABatch) throws IOException {
        MemoryDoor door = new MemoryDoor();
        List<List<StreamRecord>> batches = new ArrayList<>();
        List<StreamRecord> batch = new ArrayList<>();
        long position = 0;
        int posts = 0;
        for (byte[] body : Posts.of(events, EVENTS_A_POST)) {
            door.post(MemoryDoor.request(events.dataset(), body));
            for (byte[] data : door.fetch()) {
                batch.add(new StreamRecord(Position.of(++position), System.currentTimeMillis(), data));
            }
            posts++;
            if (posts * EVENTS_A_POST % eventsABatch == 0) {
                batches.add(List.copyOf(batch));
                batch.clear();
            }
        }
        if (!batch.isEmpty()) {
            batches.add(List.copyOf(batch));
        }
        return new Batches(batches, events.events().size());
    }
}
