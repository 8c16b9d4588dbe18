package io.millrace.event;

/** The outcome of checking one event. */
public sealed interface Verdict extends Judgment permits Accepted, Rejected, Control {
    Claimed claimed();
}
