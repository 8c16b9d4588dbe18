package io.millrace.store;

/** The object store did not do what was asked. */
public final class ObjectStoreException extends OutageException {
    private static final long serialVersionUID = 1L;

    public ObjectStoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
