package io.millrace.bench.engine;

/** What an engine needs is not on this machine. The message says what. */
public final class NotHereException extends Exception {
    private static final long serialVersionUID = 1L;

    NotHereException(String message) {
        super(message);
    }

    NotHereException(String message, Throwable cause) {
        super(message, cause);
    }
}
