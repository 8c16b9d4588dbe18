package io.millrace.cli;

import java.time.Instant;

/** Points in time as people write them: an ISO 8601 instant, or how long ago, as in {@code 15m}. */
final class Moments {

    private Moments() {}

    /** @throws java.time.DateTimeException or a conversion error if it is neither */
    static Instant parse(String text, Instant now) {
        return text.endsWith("Z") ? Instant.parse(text) : now.minus(Durations.parse(text));
    }
}
