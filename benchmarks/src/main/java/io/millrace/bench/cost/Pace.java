package io.millrace.bench.cost;

/**
 * How much comes, and how often it is written and committed.
 *
 * @param batchSeconds from one batch of a shard to the next
 * @param commitSeconds from one fold to the next
 */
record Pace(double eventsASecond, double batchSeconds, double commitSeconds) {
    private static final double SECONDS_AN_HOUR = 3600;

    double eventsAnHour() {
        return eventsASecond * SECONDS_AN_HOUR;
    }

    double batchesAnHour() {
        return SECONDS_AN_HOUR / batchSeconds;
    }

    double foldsAnHour() {
        return SECONDS_AN_HOUR / commitSeconds;
    }
}
