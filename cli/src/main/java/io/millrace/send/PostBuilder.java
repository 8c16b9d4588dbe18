package io.millrace.send;

import java.io.ByteArrayOutputStream;

/** Gathers events of one dataset until they fill a POST. */
public final class PostBuilder {

    /** Below the door's limit of 4 MiB by enough for what a proxy may add. */
    public static final int MAX_BODY_BYTES = 4_000_000;

    /** As many events as the door takes in one POST. */
    public static final int MAX_EVENTS = 500;

    private final String dataset;
    private final int maxEvents;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private int events;

    public PostBuilder(String dataset, int maxEvents) {
        if (maxEvents < 1 || maxEvents > MAX_EVENTS) {
            throw new IllegalArgumentException(
                    "Cannot send " + maxEvents + " events a POST: the door takes 1 to " + MAX_EVENTS);
        }
        this.dataset = dataset;
        this.maxEvents = maxEvents;
    }

    public boolean isEmpty() {
        return events == 0;
    }

    /** Whether one more event of this many bytes would still be taken in the same POST. An empty POST takes any. */
    public boolean hasRoomFor(byte[] json) {
        return isEmpty() || (events < maxEvents && body.size() + json.length < MAX_BODY_BYTES);
    }

    public boolean isFull() {
        return events == maxEvents;
    }

    /** @param json one event on one line */
    public void add(byte[] json) {
        body.writeBytes(json);
        body.write('\n');
        events++;
    }

    /** The POST gathered so far; the next event begins another. */
    public Post take() {
        Post post = new Post(dataset, body.toByteArray(), events);
        body.reset();
        events = 0;
        return post;
    }
}
