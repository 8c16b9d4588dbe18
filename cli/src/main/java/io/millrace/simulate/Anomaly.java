package io.millrace.simulate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A stretch of time in which the shop's traffic is not what it should be. */
public record Anomaly(Kind kind, Instant from, Instant until) {

    /** Longest, and usual, length. */
    public static final Duration USUAL = Duration.ofMinutes(5);

    /** What is wrong with the traffic. */
    public enum Kind {
        BURST(3),
        SILENCE(0);

        /** What the rate is multiplied by. */
        final double factor;

        Kind(double factor) {
            this.factor = factor;
        }
    }

    public Duration length() {
        return Duration.between(from, until);
    }

    /** As many bursts as silences, in turn: five minutes each, or as long as the fraction of a short time allows. */
    static List<Anomaly> in(Instant start, Duration covered, double fraction, long seed) {
        List<Anomaly> anomalies = new ArrayList<>();
        long total = (long) (covered.toNanos() * fraction);
        if (total == 0) {
            return anomalies;
        }
        long parts = 2 * Math.max(1, Math.round(total / 2.0 / USUAL.toNanos()));
        long length = Math.min(USUAL.toNanos(), total / parts);
        long part = covered.toNanos() / parts;
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < parts; i++) {
            long begin = i * part + (part > length ? random.nextLong(part - length) : 0);
            Instant from = start.plusNanos(begin);
            anomalies.add(new Anomaly(i % 2 == 0 ? Kind.BURST : Kind.SILENCE, from, from.plusNanos(length)));
        }
        return anomalies;
    }

    boolean covers(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }
}
