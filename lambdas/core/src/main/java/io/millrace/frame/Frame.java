package io.millrace.frame;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The events of one POST that go into one stream record.
 *
 * @param batchId id of the POST
 * @param receivedAt when the door took it, to the microsecond
 * @param sentAt when the sender's clock said it sent the POST, to the microsecond; null where it did not say
 * @param source the system behind the write key
 * @param serviceVersion version of the ingest service
 * @param context what the request said about its sender, a JSON object, or null
 * @param entries the events, in the order of the POST
 */
public record Frame(
        String batchId,
        Instant receivedAt,
        @Nullable Instant sentAt,
        String source,
        String serviceVersion,
        @Nullable String context,
        List<Entry> entries) {

    public Frame {
        entries = List.copyOf(entries);
    }

    /** The events of a sender that did not say when it sent them. */
    public Frame(
            String batchId,
            Instant receivedAt,
            String source,
            String serviceVersion,
            @Nullable String context,
            List<Entry> entries) {
        this(batchId, receivedAt, null, source, serviceVersion, context, entries);
    }
}
