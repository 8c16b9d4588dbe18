package io.millrace.local.platform;

/** A failure that its message explains fully to a person: what failed, with which value, and the way out. */
public final class PlatformException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public PlatformException(String message) {
        super(message);
    }

    public PlatformException(String message, Throwable cause) {
        super(message, cause);
    }
}
