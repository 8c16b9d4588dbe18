package io.millrace.local.host.poller;

import java.time.Instant;

/** A record that was read and waits for its batch. {@code element} is its JSON in the function's event. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ReadRecord(StreamRecord record, byte[] element, Instant readAt) {

    String sequenceNumber() {
        return record.sequenceNumber();
    }
}
