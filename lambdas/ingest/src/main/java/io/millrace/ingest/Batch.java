package io.millrace.ingest;

import io.millrace.protocol.Protocol;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What all events of one post share.
 *
 * @param id of the post
 * @param receivedAt when the door took it, to the microsecond
 * @param sentAt when the sender says it sent the post; null where it does not
 * @param source the system behind the key
 * @param context what the request says about its sender, a JSON object
 * @param protocol what the events are written in
 */
record Batch(
        String id, Instant receivedAt, @Nullable Instant sentAt, String source, String context, Protocol protocol) {}
