package io.millrace.send;

/** A row that is not what its file says it is; nothing can be made of it. */
public final class RowException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RowException(long row, String reason) {
        super("Cannot read row " + row + ": " + reason);
    }
}
