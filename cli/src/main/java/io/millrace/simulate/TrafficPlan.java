package io.millrace.simulate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What to simulate.
 *
 * @param events how many events to send, copies included
 * @param rate events per second; 0 = as fast as the door takes them
 * @param batch events per POST, at most
 * @param seed the same plan with the same seed and start makes the same bytes
 * @param start time of the first event
 * @param duplicates fraction of the events that are copies of earlier ones
 * @param late fraction that is late
 * @param invalid fraction that breaks the contract
 */
public record TrafficPlan(
        List<String> sources,
        int events,
        double rate,
        int batch,
        long seed,
        Instant start,
        double duplicates,
        double late,
        double invalid) {

    /** Between events when there is no rate: what their times say, whatever the real speed. */
    private static final Duration UNPACED = Duration.ofMillis(1);

    public TrafficPlan {
        sources = List.copyOf(sources);
        require(!sources.isEmpty(), "sources", sources);
        require(events >= 0, "events", events);
        require(rate >= 0 && Double.isFinite(rate), "rate", rate);
        require(batch >= 1, "batch", batch);
        require(isFraction(duplicates), "duplicates", duplicates);
        require(isFraction(late), "late", late);
        require(isFraction(invalid), "invalid", invalid);
        require(duplicates + late + invalid <= 1, "duplicates + late + invalid", duplicates + late + invalid);
    }

    /** When event {@code index} is due, from the start. */
    Duration due(long index) {
        return rate == 0 ? UNPACED.multipliedBy(index) : Duration.ofNanos((long) (index * 1e9 / rate));
    }

    private static boolean isFraction(double value) {
        return value >= 0 && value <= 1;
    }

    private static void require(boolean holds, String name, Object value) {
        if (!holds) {
            throw new IllegalArgumentException("Cannot simulate with " + name + " " + value);
        }
    }
}
