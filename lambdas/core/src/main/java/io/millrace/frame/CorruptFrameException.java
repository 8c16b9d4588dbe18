package io.millrace.frame;

/** Bytes that are not a frame, or a frame that was damaged. The message says which check failed. */
public final class CorruptFrameException extends Exception {
    private static final long serialVersionUID = 1L;

    public CorruptFrameException(String message) {
        super(message);
    }

    public CorruptFrameException(String message, Throwable cause) {
        super(message, cause);
    }
}
