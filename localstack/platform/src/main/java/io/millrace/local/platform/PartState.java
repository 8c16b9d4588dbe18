package io.millrace.local.platform;

/** What a part is found to be doing. */
public enum PartState {
    /** Its process lives and answers. */
    RUNNING,
    /** Its process lives and does not answer yet. */
    STARTING,
    /** No process, and none is expected. */
    STOPPED,
    /** Its process has died without being asked to, or lives and has stopped answering. */
    FAILED
}
