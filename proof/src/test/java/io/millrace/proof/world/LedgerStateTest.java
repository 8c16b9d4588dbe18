package io.millrace.proof.world;

import io.millrace.lake.Ledger;
import io.millrace.lake.LedgerContract;

/** The simulated ledger keeps the contract of the real one. */
final class LedgerStateTest extends LedgerContract {
    @Override
    protected Ledger ledger() {
        return new LedgerState();
    }
}
