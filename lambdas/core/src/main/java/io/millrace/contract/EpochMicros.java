package io.millrace.contract;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Moments as TIMESTAMP columns hold them: microseconds since 1970-01-01T00:00:00Z, finer parts cut off. */
public final class EpochMicros {
    private static final long PER_SECOND = 1_000_000;
    private static final long NANOS_PER_MICRO = 1_000;

    private EpochMicros() {}

    /**
     * Exact for every moment within 292,000 years of the epoch. ({@code ChronoUnit.MICROS.between} counts nanoseconds on
     * its way, which overflow after 292.)
     *
     * @throws ArithmeticException for a moment further away
     */
    public static long of(Instant moment) {
        return Math.addExact(
                Math.multiplyExact(moment.getEpochSecond(), PER_SECOND), moment.getNano() / NANOS_PER_MICRO);
    }

    public static Instant toInstant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
