package io.millrace.contract;

/** What breaking a rule does to an event. */
public enum Severity {
    /** Kept and counted. */
    WARN,
    /** Rejected, and kept in quarantine. */
    QUARANTINE
}
