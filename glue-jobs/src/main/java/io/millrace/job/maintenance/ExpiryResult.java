package io.millrace.job.maintenance;

/**
 * What a table let go of.
 *
 * @param snapshots states that cannot be reached any more
 * @param dataFiles deleted, with delete files
 * @param metadataFiles deleted: manifests and their lists
 */
record ExpiryResult(int snapshots, long dataFiles, long metadataFiles) {}
