package io.millrace.ingest;

import java.util.List;

/**
 * The events of a body in their order.
 *
 * @param lines whether each is a line of its own (NDJSON), so that a broken one costs its neighbours nothing; in a JSON
 *     object or array a broken event breaks the body
 */
record Slices(List<Slice> events, boolean lines) implements Split {
    Slices {
        events = List.copyOf(events);
    }
}
