package io.millrace.local.host.poller;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Time that passes only when told to. */
final class VirtualClock implements InstantSource {

    static final Instant START = Instant.parse("2026-01-05T10:00:00Z");

    private Instant now = START;

    @Override
    public Instant instant() {
        return now;
    }

    void advance(Duration duration) {
        now = now.plus(duration);
    }

    void advanceTo(Instant instant) {
        if (instant.isAfter(now)) {
            now = instant;
        }
    }

    Duration elapsed() {
        return Duration.between(START, now);
    }
}
