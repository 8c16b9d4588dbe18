package io.millrace.lake;

/** The ledger gave no answer, or one that leaves open whether a write stands. */
public final class LedgerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LedgerException(String message, Throwable cause) {
        super(message, cause);
    }
}
