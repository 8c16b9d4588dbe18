package io.millrace.ingest;

/** Keys cannot be looked up at the moment; the same request may succeed later. */
final class KeysUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    KeysUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
