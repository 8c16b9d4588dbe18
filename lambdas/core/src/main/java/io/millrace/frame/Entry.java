package io.millrace.frame;

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
 */
@SuppressWarnings("ArrayRecordComponent") // identity is enough: entries are passed on, never compared
public record Entry(
        String dataset,
        String contractVersion,
        int index,
        @Nullable String eventId,
        byte[] payload,
        @Nullable Rejection rejection) {

    public Entry {
        if (index < 0) {
            throw new IllegalArgumentException("Cannot make entry: negative index " + index);
        }
    }
}
