package io.millrace.contract;

/** Whose clock an event's time is by. */
public enum Clock {
    /** The sender's, which may be wrong: where the sender says when it sent, the time is corrected by the difference. */
    CLIENT,
    /** One that is right, as that of our own servers: the time is taken as it is. */
    SERVER
}
