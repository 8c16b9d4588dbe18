package io.millrace.lake;

import io.millrace.store.OutageException;

/** The ledger gave no answer, or one that leaves open whether a write stands. */
public final class LedgerException extends OutageException {
    private static final long serialVersionUID = 1L;

    public LedgerException(String message, Throwable cause) {
        super(message, cause);
    }
}
