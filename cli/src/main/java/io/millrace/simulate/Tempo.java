package io.millrace.simulate;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * When things happen: more by day than by night, more in a burst, nothing in a silence. Whatever the shape, all of a
 * plan's events fit its time exactly, so that its rate is the mean.
 */
final class Tempo {

    /** Share of a day's traffic by hour of UTC, for people all around the world: quiet at 5, busy at 19. */
    private static final double[] BY_HOUR = {
        0.7, 0.55, 0.45, 0.4, 0.37, 0.37, 0.42, 0.55, 0.75, 0.95, 1.1, 1.2, 1.25, 1.25, 1.2, 1.2, 1.25, 1.4, 1.6, 1.7,
        1.6, 1.35, 1.1, 0.9
    };

    private static final int PIECES = 1_024;

    private final TrafficPlan plan;
    private final List<Anomaly> anomalies;
    private final long[] edges;
    private final double[] passed;

    Tempo(TrafficPlan plan) {
        this.plan = plan;
        long span = plan.covered().toNanos();
        this.anomalies = Anomaly.in(plan.start(), plan.covered(), plan.faults().anomalies(), plan.seed());
        this.edges = edges(span);
        this.passed = new double[edges.length];
        for (int i = 1; i < edges.length; i++) {
            long middle = edges[i - 1] + (edges[i] - edges[i - 1]) / 2;
            passed[i] = passed[i - 1] + weight(plan.start().plusNanos(middle)) * (edges[i] - edges[i - 1]);
        }
    }

    private long[] edges(long span) {
        LongStream grid = LongStream.rangeClosed(0, PIECES).map(i -> (long) ((double) span * i / PIECES));
        LongStream turns = anomalies.stream()
                .flatMap(one -> LongStream.of(
                                Duration.between(plan.start(), one.from()).toNanos(),
                                Duration.between(plan.start(), one.until()).toNanos())
                        .boxed())
                .mapToLong(Long::longValue);
        return LongStream.concat(grid, turns).sorted().distinct().toArray();
    }

    private double weight(Instant at) {
        double hour = at.atOffset(ZoneOffset.UTC).toLocalTime().toSecondOfDay() / 3_600.0;
        int whole = (int) hour;
        double part = hour - whole;
        double usual = BY_HOUR[whole] * (1 - part) + BY_HOUR[(whole + 1) % BY_HOUR.length] * part;
        return anomalies.stream()
                .filter(anomaly -> anomaly.covers(at))
                .findFirst()
                .map(anomaly -> usual * anomaly.kind().factor)
                .orElse(usual);
    }

    List<Anomaly> anomalies() {
        return anomalies;
    }

    /** When event {@code index} is sent, from the start of sending. */
    Duration due(int index) {
        return plan.over().isZero()
                ? offset(index)
                : plan.sending().multipliedBy(index).dividedBy(plan.events());
    }

    /** The time that event {@code index} bears. */
    Instant at(int index) {
        return plan.start().plus(offset(index));
    }

    private Duration offset(int index) {
        double target = passed[passed.length - 1] * index / Math.max(1, plan.events());
        int found = Arrays.binarySearch(passed, target);
        // A silence has the same sum at both of its edges; what falls there happens at either.
        int after = Math.min(passed.length - 1, Math.max(1, found < 0 ? -found - 1 : found + 1));
        double piece = passed[after] - passed[after - 1];
        double part = piece == 0 ? 0 : (target - passed[after - 1]) / piece;
        return Duration.ofNanos(edges[after - 1] + (long) (part * (edges[after] - edges[after - 1])));
    }
}
