package io.millrace.ingest;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that only moves when told, or when someone waits on it. */
final class FakeClock implements InstantSource, Publisher.Pause {
    private Instant now = Instant.parse("2026-03-01T12:00:00.123456789Z");

    @Override
    public Instant instant() {
        return now;
    }

    void set(Instant time) {
        now = time;
    }

    void advance(Duration time) {
        now = now.plus(time);
    }

    @Override
    public void sleep(Duration time) {
        advance(time);
    }
}
