package io.millrace.simulate.source;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Event times as the simulators write them: UTC, always three decimals, so that bytes do not vary with the clock. */
final class EventTime {

    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private EventTime() {}

    static String text(Instant at) {
        return MILLIS.format(at);
    }
}
