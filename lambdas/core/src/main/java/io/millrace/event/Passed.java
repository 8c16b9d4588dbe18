package io.millrace.event;

import java.util.List;

/** An event that keeps its contract, seen from outside: what it goes by, not what it holds. */
public sealed interface Passed permits Accepted, Screened {
    String eventId();

    /** Whether the event had no id and {@link #eventId} was made from its bytes and source. */
    boolean eventIdDerived();

    /** What keeps it in order with its like on the stream. */
    String partitionKey();

    List<Warning> warnings();

    /** How many of the event's own fields the contract does not name. */
    int unknownFields();
}
