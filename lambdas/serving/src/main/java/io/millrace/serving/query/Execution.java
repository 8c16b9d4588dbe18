package io.millrace.serving.query;

/**
 * How a query stands.
 *
 * @param reason why it failed or was stopped, in the engine's words; else empty
 * @param senders whether the statement is at fault, and not the engine
 */
public record Execution(State state, String reason, boolean senders, long scannedBytes, long engineMillis) {

    /** Where it is in its life. */
    public enum State {
        RUNNING,
        SUCCEEDED,
        FAILED,
        STOPPED
    }
}
