package io.millrace.lake.aws;

/**
 * What a run of the migrate function did.
 *
 * @param contracts digest of the contracts that it followed
 * @param stream the stream generation that the ledger knows now
 * @param streamBegun whether the ledger heard of it for the first time
 */
record MigrationReport(String contracts, MigrationResult tables, String stream, boolean streamBegun) {}
