package io.millrace.lake;

/**
 * The ledger does not know a shard that it should know. Going on would write again what was written, so the shard stops
 * until an operator has looked: {@code docs/runbooks/ledger.md}.
 */
public final class LostLedgerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LostLedgerException(String message) {
        super(message);
    }
}
