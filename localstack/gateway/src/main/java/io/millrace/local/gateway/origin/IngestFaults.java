package io.millrace.local.gateway.origin;

import java.util.HashMap;
import java.util.Map;

/**
 * A switch for tests of clients: each batch is answered 429 a number of times, as the door answers while its stream takes
 * nothing. Every other time it is refused before the door sees it, the times after that its events were taken: a 429 says
 * "not taken, or not all", and a client that sends again must not be counted twice.
 */
public final class IngestFaults {
    private final Map<String, Integer> seen = new HashMap<>();
    private int times;

    /** What becomes of a post. */
    enum Fate {
        PASSED,
        REFUSED,
        TAKEN_AND_DENIED
    }

    /** Answers each batch that many times with 429, from now on; 0 for never. */
    public synchronized void refuseEach(int newTimes) {
        seen.clear();
        times = newTimes;
    }

    synchronized boolean active() {
        return times > 0;
    }

    synchronized Fate next(byte[] content) {
        int tries = seen.merge(BatchIdentity.of(content), 1, Integer::sum);
        if (tries > times) {
            return Fate.PASSED;
        }
        return tries % 2 == 1 ? Fate.REFUSED : Fate.TAKEN_AND_DENIED;
    }
}
