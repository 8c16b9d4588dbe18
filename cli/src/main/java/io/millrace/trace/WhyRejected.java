package io.millrace.trace;

/** Where and why a copy was rejected. */
public record WhyRejected(String stage, String rule, String pointer, String reason) {}
