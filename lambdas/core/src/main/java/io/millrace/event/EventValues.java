package io.millrace.event;

import org.jspecify.annotations.Nullable;

/**
 * What an event holds of which {@link EventScreen} is sure that it keeps its contract and breaks no rule that only warns.
 *
 * @param eventId as the event brings it
 * @param values what {@link EventChecker} makes of it, in the order of the contract's fields, but with {@link TextBytes}
 *     for texts; the array is the caller's to keep
 */
@SuppressWarnings("ArrayRecordComponent") // one per event on the hot path; nobody compares them
public record EventValues(TextBytes eventId, @Nullable Object[] values) {}
