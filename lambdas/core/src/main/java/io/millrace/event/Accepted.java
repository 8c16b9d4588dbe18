package io.millrace.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event that keeps its contract.
 *
 * @param eventIdDerived true when the event had no id and {@code eventId} was made from its bytes and source
 * @param partitionKey what keeps it in order with its like on the stream
 * @param values typed and normalised, in the order of the contract's fields; the array is the caller's to keep
 * @param unknownFields how many of the event's own fields the contract does not name
 */
@SuppressWarnings("ArrayRecordComponent") // one per event on the hot path; nobody compares verdicts
public record Accepted(
        Claimed claimed,
        String eventId,
        boolean eventIdDerived,
        String partitionKey,
        @Nullable Object[] values,
        List<Warning> warnings,
        int unknownFields)
        implements Verdict, Passed {}
