package io.millrace.job.ledger;

import io.millrace.lake.Ledger;
import io.millrace.store.ObjectStore;

/** The ledger and the objects that it names. */
public record LedgerAccess(Ledger ledger, ObjectStore store) {}
