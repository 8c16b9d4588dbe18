package io.millrace.proof.world;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The one clock of a schedule. Moves only when it is told to. */
public final class SimClock extends Clock {
    private static final long BEGINNING = Instant.parse("2026-11-21T10:00:00Z").toEpochMilli();

    private long millis = BEGINNING;

    void advance(Duration by) {
        millis += by.toMillis();
    }

    void tick() {
        millis += 40;
    }

    @Override
    public long millis() {
        return millis;
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(millis);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("Cannot change the zone: nothing here looks at it");
    }
}
