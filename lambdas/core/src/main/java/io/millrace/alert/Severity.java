package io.millrace.alert;

/** How soon somebody should look, mildest first. */
public enum Severity {
    /** Good to know; nothing to do. */
    INFO,
    /** Something is off and will be worse if nobody looks in the next days. */
    WARNING,
    /** Something failed; data is late or held back. Today. */
    ERROR,
    /** Data is at risk, or nothing gets through. Now. */
    CRITICAL
}
