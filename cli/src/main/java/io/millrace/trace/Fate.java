package io.millrace.trace;

/** What became of a copy of an event. */
public enum Fate {
    /** Typed, in silver. */
    SILVER,
    /** Another copy from the same source came first; this one is in bronze alone. */
    DUPLICATE,
    /** Rejected, and kept with the reason. */
    QUARANTINE,
    /** In bronze and in no other table: a control record, or a row that was taken out of silver. */
    BRONZE
}
