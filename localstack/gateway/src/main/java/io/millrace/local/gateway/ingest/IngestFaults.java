package io.millrace.local.gateway.ingest;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * A switch for tests of clients: posts that are answered 429, as the door answers while its stream takes nothing. Every
 * other of them is refused before the door sees it, the others after it took the events: a 429 says "not taken, or not
 * all", and a client that sends again must not be counted twice.
 */
public final class IngestFaults {
    private final AtomicInteger left = new AtomicInteger();

    /** What becomes of a post. */
    enum Fate {
        PASSED,
        REFUSED,
        TAKEN_AND_DENIED
    }

    /** Answers that many posts with 429, from the next one on; 0 for none. */
    public void refuseNext(int posts) {
        left.set(posts);
    }

    Fate next() {
        int before = left.getAndUpdate(posts -> Math.max(0, posts - 1));
        if (before == 0) {
            return Fate.PASSED;
        }
        return before % 2 == 0 ? Fate.REFUSED : Fate.TAKEN_AND_DENIED;
    }
}
