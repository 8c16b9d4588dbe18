package io.millrace.alert;

/** Whether what an alert is about goes on. */
public enum AlertState {
    FIRING,
    /** It is over. */
    RESOLVED
}
