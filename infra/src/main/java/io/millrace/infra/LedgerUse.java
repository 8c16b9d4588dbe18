package io.millrace.infra;

/** What a job has to do with the stream's ledger. */
enum LedgerUse {
    NONE,
    /** Asks what claims and folds name. */
    READ,
    /** Puts claims of its own as well. */
    BOOK
}
