package io.millrace.event;

/**
 * Holds what comes in for one dataset to its contract: the same code at the door, on the way into tables, and when
 * history is reprocessed. Safe for use by many threads.
 */
public interface Checker {
    /**
     * Checks one event. Never throws for what the bytes hold.
     *
     * @param arrival what is known of the event besides its bytes
     */
    Verdict check(byte[] json, int offset, int length, Arrival arrival);
}
