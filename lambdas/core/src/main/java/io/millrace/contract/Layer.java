package io.millrace.contract;

/** Where a table stands between the door and its readers. */
public enum Layer {
    /** Every event that was taken, as received. */
    BRONZE,
    /** Typed, checked, each event once. */
    SILVER,
    /** What broke its contract, with the reason. Lives in the bronze database. */
    QUARANTINE,
    /** What the platform writes about itself. */
    OPS
}
