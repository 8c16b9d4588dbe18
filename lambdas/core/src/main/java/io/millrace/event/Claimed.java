package io.millrace.event;

import org.jspecify.annotations.Nullable;

/** What an event says of itself, unchecked and not normalised; null where absent or unreadable. */
public record Claimed(
        @Nullable String eventId,
        @Nullable String eventType,
        @Nullable Long eventTimestampMicros) {
    /** Of an event that says nothing readable. */
    public static final Claimed NOTHING = new Claimed(null, null, null);
}
