package io.millrace.lake;

/** The fake keeps the contract. */
final class MemoryLedgerTest extends LedgerContract {
    @Override
    protected Ledger ledger() {
        return new MemoryLedger();
    }
}
