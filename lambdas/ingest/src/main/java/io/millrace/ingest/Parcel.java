package io.millrace.ingest;

import io.millrace.protocol.Protocol;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The events of a request, told apart but not looked into.
 *
 * @param body the bytes that they are slices of
 * @param protocol what each of them is written in
 * @param sentAt when the sender says it sent the request
 * @param key the key that the body carries; null for none
 */
@SuppressWarnings("ArrayRecordComponent") // one per request, never compared
record Parcel(
        byte[] body,
        Slices slices,
        Protocol protocol,
        @Nullable Instant sentAt,
        @Nullable String key) implements Opened {

    /** Of a request whose body says nothing but its events. */
    static Parcel of(byte[] body, Slices slices, Protocol protocol) {
        return new Parcel(body, slices, protocol, null, null);
    }
}
