package io.millrace.bench.event;

import java.util.List;

/**
 * Events of one dataset.
 *
 * @param name what a reader of the report knows them by
 * @param events each as its sender writes it, in the order of sending
 */
public record EventSet(String name, String dataset, List<byte[]> events) {
    public EventSet {
        events = List.copyOf(events);
        if (events.isEmpty()) {
            throw new IllegalArgumentException("Cannot measure with " + name + ": it has no events");
        }
    }

    /** What they have together. */
    public long bytes() {
        return events.stream().mapToLong(event -> event.length).sum();
    }

    public double averageBytes() {
        return (double) bytes() / events.size();
    }
}
