package io.millrace.serving.guard;

/** What the guard says of a text: it may be run, or it may not and why. */
public sealed interface Verdict permits Allowed, Refused {}
