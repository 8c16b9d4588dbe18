package io.millrace.infra.environment;

/** Requests a second, and how many may come at once on top of an idle second. */
public record Throttle(int requestsPerSecond, int burst) {
    public Throttle {
        Check.range("throttle.requestsPerSecond", requestsPerSecond, 1, 1_000_000);
        Check.range("throttle.burst", burst, 1, 1_000_000);
    }
}
