package io.millrace.lake;

/** A table could not be reached, or a commit's outcome is unknown. */
public final class TablesException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TablesException(String message, Throwable cause) {
        super(message, cause);
    }
}
