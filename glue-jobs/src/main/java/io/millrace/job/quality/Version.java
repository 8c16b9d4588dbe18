package io.millrace.job.quality;

import org.apache.iceberg.SnapshotRef;

/**
 * One state of a table.
 *
 * @param branch that it is on
 * @param snapshotId of exactly that state
 */
public record Version(String branch, long snapshotId) {
    /** What everybody reads. */
    public static Version published(long snapshotId) {
        return new Version(SnapshotRef.MAIN_BRANCH, snapshotId);
    }
}
