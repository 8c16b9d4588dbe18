package io.millrace.local.host.poller;

/** Queues and topics that hear of discarded batches. */
public interface Destinations {

    /** Sends the message; throws if it was not taken. */
    void send(String arn, String message);
}
