package io.millrace.local.platform;

/**
 * How to start.
 *
 * @param fresh whether to stop what runs and delete the emulated account's data first
 */
public record UpOptions(boolean fresh) {

    /** Keeps what is there. */
    public static UpOptions defaults() {
        return new UpOptions(false);
    }
}
