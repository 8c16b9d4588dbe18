package io.millrace.event;

/** What is known of an event once it was held to its contract: all there is, or as much as a door needs. */
public sealed interface Judgment permits Verdict, Screened {}
