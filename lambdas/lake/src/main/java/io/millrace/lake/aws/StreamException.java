package io.millrace.lake.aws;

import io.millrace.store.OutageException;

/** The stream could not be asked about its shards. */
public final class StreamException extends OutageException {
    private static final long serialVersionUID = 1L;

    StreamException(String message, Throwable cause) {
        super(message, cause);
    }
}
