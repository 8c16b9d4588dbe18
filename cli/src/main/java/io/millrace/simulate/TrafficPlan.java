package io.millrace.simulate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What to simulate.
 *
 * @param events how many events to send, copies included
 * @param rate events per second, all sources together and on average; 0 = as fast as the door takes them
 * @param batch events per POST, at most
 * @param seed the same plan with the same seed and start makes the same bytes
 * @param start time of the first event
 * @param over the time that the events' own times cover; zero = as long as sending takes
 */
public record TrafficPlan(
        List<String> sources,
        int events,
        double rate,
        int batch,
        long seed,
        Instant start,
        Duration over,
        Faults faults) {

    private static final int VISITS_AT_ONCE = 200;
    private static final double SECONDS_BETWEEN_STEPS = 25;
    private static final double EVENTS_A_STEP = 2.7;

    /** Between events when there is no rate: what their times say, whatever the real speed. */
    private static final Duration UNPACED = Duration.ofMillis(1);

    public TrafficPlan {
        sources = List.copyOf(sources);
        require(!sources.isEmpty(), "sources", sources);
        require(events >= 0, "events", events);
        require(rate >= 0 && Double.isFinite(rate), "rate", rate);
        require(batch >= 1, "batch", batch);
        require(seed >= 0, "seed", seed);
        require(!over.isNegative(), "over", over);
    }

    /** How long sending takes when the door keeps up. */
    Duration sending() {
        return rate == 0 ? UNPACED.multipliedBy(events) : Duration.ofNanos((long) (events * 1e9 / rate));
    }

    /** The time that the events' own times cover. */
    public Duration covered() {
        return over.isZero() ? sending() : over;
    }

    /**
     * How many visits go on at once. A short simulation has many, so that every stage of a visit is seen; one that covers
     * days has as many as leave a believable time between the steps of a visit.
     */
    int visitsAtOnce() {
        if (over.isZero()) {
            return VISITS_AT_ONCE;
        }
        double stepsASecond = events / EVENTS_A_STEP / over.toSeconds();
        return (int) Math.max(1, Math.min(VISITS_AT_ONCE, stepsASecond * SECONDS_BETWEEN_STEPS));
    }

    private static void require(boolean holds, String name, Object value) {
        if (!holds) {
            throw new IllegalArgumentException("Cannot simulate with " + name + " " + value);
        }
    }
}
