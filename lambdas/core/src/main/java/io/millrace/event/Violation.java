package io.millrace.event;

/** What is wrong with one value. */
record Violation(String rule, String reason) {}
