package io.millrace.alerts;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Moves only when told to. */
public final class FakeClock implements InstantSource {
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");

    @Override
    public synchronized Instant instant() {
        return now;
    }

    public synchronized void pass(Duration time) {
        now = now.plus(time);
    }
}
