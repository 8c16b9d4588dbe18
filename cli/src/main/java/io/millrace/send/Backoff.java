package io.millrace.send;

import java.time.Duration;

/** How long to wait before a resend: doubling from a tenth of a second to five seconds, half of it by chance. */
final class Backoff {

    private static final long FIRST_MILLIS = 100;
    private static final long MOST_MILLIS = 5_000;
    private static final int MAX_DOUBLINGS = 10;

    private Backoff() {}

    /**
     * @param resends how many there were before this one
     * @param spread chance, in [0, 1)
     */
    static Duration before(int resends, double spread) {
        long full = Math.min(MOST_MILLIS, FIRST_MILLIS << Math.min(resends, MAX_DOUBLINGS));
        return Duration.ofMillis((long) (full * (0.5 + spread / 2)));
    }
}
