package io.millrace.job.ledger;

import io.millrace.job.Lake;

/** Where a job's ledger comes from. */
@FunctionalInterface
public interface LedgerSource {
    /** Opens the ledger of an environment, by the name of its table. */
    LedgerAccess open(String table, Lake lake);
}
