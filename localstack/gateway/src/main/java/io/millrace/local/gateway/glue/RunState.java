package io.millrace.local.gateway.glue;

/** Where a run is, in Glue's words. */
enum RunState {
    STARTING,
    RUNNING,
    STOPPING,
    STOPPED,
    SUCCEEDED,
    FAILED,
    TIMEOUT;

    boolean isFinal() {
        return this == STOPPED || this == SUCCEEDED || this == FAILED || this == TIMEOUT;
    }
}
