package io.millrace.store;

/**
 * Something that the lake is built on gave no answer, or one that leaves its outcome open. It says nothing against the
 * data that was being worked on; any other exception may be of the data's making.
 */
public abstract class OutageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    protected OutageException(String message, Throwable cause) {
        super(message, cause);
    }
}
