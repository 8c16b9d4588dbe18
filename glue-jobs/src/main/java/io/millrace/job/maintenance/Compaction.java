package io.millrace.job.maintenance;

import io.millrace.job.JobContext;
import io.millrace.job.model.Made;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.iceberg.SortOrder;
import org.apache.iceberg.StructLike;
import org.apache.iceberg.Table;
import org.apache.iceberg.actions.BinPackRewriteFilePlanner;
import org.apache.iceberg.actions.RewriteDataFiles;
import org.apache.iceberg.actions.RewriteFileGroup;
import org.apache.iceberg.actions.SizeBasedFileRewritePlanner;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.spark.SparkSQLProperties;
import org.apache.iceberg.spark.actions.SparkActions;
import org.apache.spark.sql.RuntimeConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes many small files of a partition again as few, in the order of the table's contract. Partitions that have no such
 * number of them are not touched. The commits are replacements of files: they change no row and no property of the table,
 * so that a committer goes on beside them, and a stream's mark stays what it is.
 *
 * @param minFiles so many small files of a partition are worth it
 */
record Compaction(JobContext context, int minFiles) {
    private static final int TRIES = 3;

    /** Of zstd. What is compacted is written once and kept for months; level 3, the default, makes it a fifth bigger. */
    private static final String LEVEL = "9";

    private static final Logger LOG = LoggerFactory.getLogger(Compaction.class);

    /** What it wrote again, or would in a dry run. Files that a rival changed meanwhile are left to the next run. */
    CompactionResult run(Table table, Optional<SortOrder> order) {
        if (table.currentSnapshot() == null) {
            return CompactionResult.none();
        }
        if (context.dryRun()) {
            return plan(table);
        }
        CompactionResult sum = CompactionResult.none();
        int failed = 0;
        for (int i = 0; i < TRIES && (i == 0 || failed > 0); i++) {
            table.refresh();
            RewriteDataFiles.Result result = wellCompressed(() -> rewrite(table, order));
            failed = result.failedDataFilesCount();
            sum = sum.plus(result);
            if (failed > 0) {
                LOG.info("{} files of {} were changed by another commit; trying again", failed, table.name());
            }
        }
        return sum.failed(failed);
    }

    private RewriteDataFiles.Result rewrite(Table table, Optional<SortOrder> order) {
        RewriteDataFiles action = SparkActions.get(context.spark())
                .rewriteDataFiles(table)
                .option(SizeBasedFileRewritePlanner.MIN_INPUT_FILES, Integer.toString(minFiles))
                // What is done is committed, whatever becomes of the rest.
                .option(RewriteDataFiles.PARTIAL_PROGRESS_ENABLED, "true")
                .option(
                        RewriteDataFiles.MAX_CONCURRENT_FILE_GROUP_REWRITES,
                        Integer.toString(Math.min(
                                context.parallelism(), RewriteDataFiles.MAX_CONCURRENT_FILE_GROUP_REWRITES_DEFAULT)))
                .snapshotProperty("millrace.job", "maintenance")
                .snapshotProperty("millrace.run", context.batchId());
        Made.of(table).ifPresent(made -> made.write(action::snapshotProperty));
        return order.map(action::sort).orElseGet(action::binPack).execute();
    }

    /** By the session, which an action copies when it is made: the table's own settings are for all who write to it. */
    private <T> T wellCompressed(Supplier<T> rewriting) {
        RuntimeConfig settings = context.spark().conf();
        settings.set(SparkSQLProperties.COMPRESSION_LEVEL, LEVEL);
        try {
            return rewriting.get();
        } finally {
            settings.unset(SparkSQLProperties.COMPRESSION_LEVEL);
        }
    }

    /** By the rule of the real run. */
    private CompactionResult plan(Table table) {
        BinPackRewriteFilePlanner planner = new BinPackRewriteFilePlanner(table);
        planner.init(Map.of(SizeBasedFileRewritePlanner.MIN_INPUT_FILES, Integer.toString(minFiles)));
        Set<StructLike> partitions = new HashSet<>();
        int files = 0;
        try (CloseableIterable<RewriteFileGroup> groups = planner.plan().groups()) {
            for (RewriteFileGroup group : groups) {
                partitions.add(group.info().partition());
                files += group.inputFileNum();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot plan the compaction of " + table.name(), e);
        }
        return new CompactionResult(partitions.size(), files, 0, 0);
    }
}
