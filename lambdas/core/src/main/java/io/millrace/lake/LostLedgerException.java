package io.millrace.lake;

/**
 * The ledger does not know what it should know: it was emptied, deleted, or restored to an earlier point. Going on would
 * write again what was written, or lose it, so nothing goes on until {@code millrace doctor --rebuild-ledger} has run:
 * {@code docs/runbooks/ledger.md}.
 */
public final class LostLedgerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LostLedgerException(String message) {
        super(message);
    }

    public LostLedgerException(String message, Throwable cause) {
        super(message, cause);
    }
}
