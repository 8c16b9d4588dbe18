package io.millrace.event;

/** A rule that an accepted event broke. */
public record Warning(String rule, String pointer, String reason) {}
