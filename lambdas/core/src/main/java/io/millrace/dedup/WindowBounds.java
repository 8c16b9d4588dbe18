package io.millrace.dedup;

import java.time.Duration;

/**
 * How much one shard's window may hold.
 *
 * @param length copies that arrive within it of each other are told apart
 * @param mostFingerprints that it holds; beyond, the oldest claims are forgotten and the window is shorter than its length
 */
public record WindowBounds(Duration length, long mostFingerprints) {
    /** About 18 MB in memory and in the window file, and an hour of 2,200 events a second in one shard. */
    public static final long MOST_FINGERPRINTS = 8_000_000;

    public WindowBounds {
        if (length.isNegative() || length.isZero() || mostFingerprints < 1) {
            throw new IllegalArgumentException(
                    "Cannot bound a window: " + length + ", " + mostFingerprints + " fingerprints");
        }
    }

    public static WindowBounds of(Duration length) {
        return new WindowBounds(length, MOST_FINGERPRINTS);
    }
}
