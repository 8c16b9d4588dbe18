package io.millrace.query;

/** A statement that the engine failed; the message is the engine's own. */
public final class QueryFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    QueryFailedException(String message) {
        super(message);
    }
}
