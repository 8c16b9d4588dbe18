package io.millrace.local.platform;

/**
 * Something that is wrong, or will cost the person something at the next start.
 *
 * @param grave whether a start fails or loses data because of it; else it is only worth knowing
 * @param what what was found, with its value
 * @param cure what to do about it
 */
public record Ailment(boolean grave, String what, String cure) {}
