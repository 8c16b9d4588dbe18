package io.millrace.job.maintenance;

import org.apache.iceberg.actions.RewriteDataFiles;

/**
 * What became of a table's small files.
 *
 * @param partitions that had too many of them
 * @param filesRead written again, and replaced
 * @param filesWritten in their place
 * @param filesLeft that another commit changed meanwhile
 */
record CompactionResult(int partitions, int filesRead, int filesWritten, int filesLeft) {
    static CompactionResult none() {
        return new CompactionResult(0, 0, 0, 0);
    }

    CompactionResult plus(RewriteDataFiles.Result result) {
        long more = result.rewriteResults().stream()
                .map(group -> group.info().partition())
                .distinct()
                .count();
        return new CompactionResult(
                partitions + Math.toIntExact(more),
                filesRead + result.rewrittenDataFilesCount(),
                filesWritten + result.addedDataFilesCount(),
                filesLeft);
    }

    CompactionResult failed(int files) {
        return new CompactionResult(partitions, filesRead, filesWritten, files);
    }
}
