package io.millrace.local.host.poller;

import java.time.Duration;

/** Waits that double with each failure in a row: 100 ms up to 30 s. */
final class Backoff {

    private static final long FIRST_MILLIS = 100;
    private static final long LONGEST_MILLIS = 30_000;
    private static final int MAX_DOUBLINGS = 9;

    private int failures;

    /** Counts a failure and says how long to wait. */
    Duration next() {
        long millis = Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.min(failures, MAX_DOUBLINGS));
        failures++;
        return Duration.ofMillis(millis);
    }

    void reset() {
        failures = 0;
    }
}
