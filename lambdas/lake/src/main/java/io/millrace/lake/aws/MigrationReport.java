package io.millrace.lake.aws;

import java.util.List;

/**
 * What a run of the migrate function did.
 *
 * @param contracts digest of the contracts that it followed
 * @param changes of contracts, each as {@code dataset from -> to: verdict}
 * @param stream the stream generation that the ledger knows now
 * @param streamBegun whether the ledger heard of it for the first time
 */
record MigrationReport(
        String contracts, List<String> changes, MigrationResult tables, String stream, boolean streamBegun) {
    MigrationReport {
        changes = List.copyOf(changes);
    }
}
