package io.millrace.event;

import org.jspecify.annotations.Nullable;

/**
 * Sets right a time that is by a wrong clock: the time of receipt less the time of sending, one by our clock and one by
 * the sender's, is how far the sender's is behind (and how long the request took, which nobody can tell apart).
 */
final class SenderClock {
    private SenderClock() {}

    /**
     * @param time the value of a TIMESTAMP field, a {@link Violation}, or null; only the first is changed
     * @param sentAt what the event itself says, where its request says nothing: microseconds, a {@link Violation}, or null
     */
    static @Nullable Object correct(@Nullable Object time, @Nullable Object sentAt, Arrival arrival) {
        Long sentAtMicros = arrival.sentAtMicros();
        if (sentAtMicros == null && sentAt instanceof Long own) {
            sentAtMicros = own;
        }
        if (sentAtMicros == null || !(time instanceof Long micros)) {
            return time;
        }
        long corrected = micros + (arrival.receivedAtMicros() - sentAtMicros);
        return IsoTime.holds(corrected)
                ? (Object) corrected
                : new Violation(Rules.RANGE, "must be of the years 1 to 9999, once corrected by sentAt");
    }
}
