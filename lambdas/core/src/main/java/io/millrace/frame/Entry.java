package io.millrace.frame;

import io.millrace.protocol.Protocol;
import org.jspecify.annotations.Nullable;

/**
 * One event in a frame.
 *
 * @param dataset name of its contract
 * @param contractVersion version of the contract that the door checked it against
 * @param index position in the POST, from 0
 * @param eventId set only when the event carries none and the door derived one
 * @param payload the event's bytes exactly as received
 * @param rejection set when the door rejected the event
 * @param protocol what the payload is written in
 */
@SuppressWarnings("ArrayRecordComponent") // identity is enough: entries are passed on, never compared
public record Entry(
        String dataset,
        String contractVersion,
        int index,
        @Nullable String eventId,
        byte[] payload,
        @Nullable Rejection rejection,
        Protocol protocol) {

    public Entry {
        if (index < 0) {
            throw new IllegalArgumentException("Cannot make entry: negative index " + index);
        }
    }

    /** A plain event. */
    public Entry(
            String dataset,
            String contractVersion,
            int index,
            @Nullable String eventId,
            byte[] payload,
            @Nullable Rejection rejection) {
        this(dataset, contractVersion, index, eventId, payload, rejection, Protocol.PLAIN);
    }
}
