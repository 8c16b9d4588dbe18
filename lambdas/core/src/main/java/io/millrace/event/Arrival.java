package io.millrace.event;

import io.millrace.contract.EpochMicros;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the door knows of an event besides its bytes. The same facts give the same verdict, at the door and later.
 *
 * @param receivedAt when the door took it; bounds how far ahead its time may be
 * @param source the system behind the write key; part of a derived event id
 * @param sentAt when the sender says it sent the request, by the clock that the event's time is of; null where the
 *     request does not say (an event may then say it itself, in {@code sentAt})
 */
public record Arrival(
        Instant receivedAt, String source, @Nullable Instant sentAt) {

    /** Of a request that does not say when it was sent. */
    public static Arrival of(Instant receivedAt, String source) {
        return new Arrival(receivedAt, source, null);
    }

    long receivedAtMicros() {
        return EpochMicros.of(receivedAt);
    }

    @Nullable
    Long sentAtMicros() {
        return sentAt == null ? null : EpochMicros.of(sentAt);
    }
}
