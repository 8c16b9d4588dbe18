package io.millrace.bench.scale;

import java.time.Duration;
import java.util.List;

/**
 * What is simulated.
 *
 * @param shards that the ledger knows; each brings a claim at the very beginning
 * @param active how many of them go on to bring claims, two in each interval
 * @param upkeepEvery how often maintenance runs
 * @param phases one after the other; what a table keeps of days that are over does not depend on how many commits they
 *     had, so that a month is a coarse phase, and a day with every commit
 */
public record ScalePlan(int shards, int active, Duration upkeepEvery, List<Phase> phases) {
    public ScalePlan {
        if (active < 1 || shards < active) {
            throw new IllegalArgumentException("Cannot simulate " + active + " active shards of " + shards);
        }
        phases = List.copyOf(phases);
    }

    /** Days with a fold every half an hour, and then some time with the interval that is deployed. */
    public static ScalePlan of(int shards, int active, Duration upkeepEvery, Duration coarse, Duration fine) {
        return new ScalePlan(
                shards,
                active,
                upkeepEvery,
                List.of(new Phase(Duration.ofMinutes(30), coarse), new Phase(Duration.ofSeconds(10), fine)));
    }

    /** The commit interval that is deployed: that of the last phase. */
    public Duration interval() {
        return phases.get(phases.size() - 1).interval();
    }

    /** All phases together. */
    public Duration length() {
        return phases.stream().map(Phase::length).reduce(Duration.ZERO, Duration::plus);
    }

    /**
     * Some time with one commit interval.
     *
     * @param interval between two folds
     */
    public record Phase(Duration interval, Duration length) {
        public Phase {
            if (interval.isZero() || interval.isNegative()) {
                throw new IllegalArgumentException("Cannot fold every " + interval);
            }
        }

        long folds() {
            return length.dividedBy(interval);
        }
    }
}
