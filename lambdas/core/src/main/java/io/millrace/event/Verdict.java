package io.millrace.event;

/** The outcome of checking one event. */
public sealed interface Verdict permits Accepted, Rejected, Control {
    Claimed claimed();
}
