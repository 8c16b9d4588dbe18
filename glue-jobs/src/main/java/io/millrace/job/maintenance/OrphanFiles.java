package io.millrace.job.maintenance;

import io.millrace.job.JobContext;
import io.millrace.lake.OrphanRule;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.FileInfo;
import org.apache.iceberg.io.SupportsPrefixOperations;
import org.apache.iceberg.spark.actions.SparkActions;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Removes files in a table's place to which nothing refers: what writers left that died before their claim, commits that
 * failed, attempts that lost. The rule was made before this looks at any table.
 */
record OrphanFiles(JobContext context, OrphanRule rule) {
    private static final StructType FILES = new StructType()
            .add("file_path", DataTypes.StringType, false)
            .add("last_modified", DataTypes.TimestampType, false);

    /** What was removed, or would be in a dry run. */
    OrphanResult run(TableName name) {
        SupportsPrefixOperations files =
                (SupportsPrefixOperations) context.lake().files();
        Map<String, Long> candidates = new ConcurrentHashMap<>();
        List<Row> rows = new ArrayList<>();
        String place = context.lake().table(name.layer(), name.table()).location() + "/";
        for (FileInfo file : files.listPrefix(place)) {
            if (rule.mayRemove(file.location(), file.createdAtMillis())) {
                candidates.put(file.location(), file.size());
                rows.add(RowFactory.create(
                        file.location(), Timestamp.from(Instant.ofEpochMilli(file.createdAtMillis()))));
            }
        }
        if (rows.isEmpty()) {
            return new OrphanResult(name.layer(), name.table(), 0, 0);
        }
        // Loaded after the files were listed: a file that a commit has added since is one that the table refers to.
        Table table = context.lake().table(name.layer(), name.table());
        Map<String, Long> orphans = new ConcurrentHashMap<>();
        SparkActions.get(context.spark())
                .deleteOrphanFiles(table)
                // The list is of the table's place already, and may name it otherwise than the table does (file:/).
                .location("")
                .olderThan(context.startedAt().toEpochMilli())
                .compareToFileList(context.spark().createDataFrame(rows, FILES))
                .deleteWith(path -> orphans.put(path, candidates.getOrDefault(path, 0L)))
                .execute();
        if (!context.dryRun()) {
            orphans.keySet().forEach(files::deleteFile);
        }
        long bytes = orphans.values().stream().mapToLong(Long::longValue).sum();
        return new OrphanResult(name.layer(), name.table(), orphans.size(), bytes);
    }
}
