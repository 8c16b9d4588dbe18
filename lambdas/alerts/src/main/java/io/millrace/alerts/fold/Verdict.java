package io.millrace.alerts.fold;

/** What became of a message; its word stands in the log. */
public enum Verdict {
    SENT,
    /** One like it was sent a while ago: it is counted. */
    FOLDED,
    /** SNS or Lambda brought it a second time. */
    SEEN,
    /** It is older than what is known already. */
    STALE,
    /** The end of a trouble that nobody was told of. */
    NOTHING_OPEN
}
