package io.millrace.lake;

import io.millrace.store.OutageException;

/** A table could not be reached, or a commit's outcome is unknown. */
public final class TablesException extends OutageException {
    private static final long serialVersionUID = 1L;

    public TablesException(String message, Throwable cause) {
        super(message, cause);
    }
}
