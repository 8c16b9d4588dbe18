package io.millrace.proof.world;

/** Something happened that must never happen. */
public final class BrokenInvariantException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BrokenInvariantException(String message) {
        super(message);
    }

    public BrokenInvariantException(String message, Throwable cause) {
        super(message, cause);
    }
}
