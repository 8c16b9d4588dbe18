package io.millrace.ingest;

/** A call to the stream failed as a whole; what it sent may or may not have been taken. */
final class StreamFailedException extends Exception {
    private static final long serialVersionUID = 1;

    private final boolean throttled;

    StreamFailedException(String message, boolean throttled, Throwable cause) {
        super(message, cause);
        this.throttled = throttled;
    }

    /** Whether the stream refused for want of throughput. */
    boolean throttled() {
        return throttled;
    }
}
