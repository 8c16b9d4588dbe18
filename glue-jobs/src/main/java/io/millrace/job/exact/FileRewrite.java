package io.millrace.job.exact;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;

import io.millrace.dedup.SilverRow;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Table;
import org.apache.iceberg.spark.FileRewriteCoordinator;
import org.apache.iceberg.spark.ScanTaskSetManager;
import org.apache.iceberg.spark.SparkReadOptions;
import org.apache.iceberg.spark.SparkTableCache;
import org.apache.iceberg.spark.SparkWriteOptions;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Writes data files again without some of their rows, as compaction does: nothing refers to the new ones yet. */
record FileRewrite(SparkSession spark, Table table) {
    private static final String FILE = "__file";
    private static final String POSITION = "__pos";
    private static final StructType ROWS =
            new StructType().add(FILE, DataTypes.StringType, false).add(POSITION, DataTypes.LongType, false);

    /**
     * @param files whole files, with what was deleted of them before
     * @param without rows to leave out
     * @return the new files; none if no row is left
     */
    Set<DataFile> write(List<FileScanTask> files, List<SilverRow> without) {
        String set = UUID.randomUUID().toString();
        ScanTaskSetManager tasks = ScanTaskSetManager.get();
        FileRewriteCoordinator written = FileRewriteCoordinator.get();
        tasks.stageTasks(table, set, files);
        SparkTableCache.get().add(set, table);
        try {
            // Metadata columns are named before the join, which does not hand them on.
            Dataset<Row> rows = spark.read()
                    .format("iceberg")
                    .option(SparkReadOptions.SCAN_TASK_SET_ID, set)
                    .load(set)
                    .select(col("*"), col("_file").as(FILE), col("_pos").as(POSITION));
            Dataset<Row> gone = spark.createDataFrame(
                    without.stream()
                            .map(row -> RowFactory.create(row.file(), row.row()))
                            .toList(),
                    ROWS);
            rows.join(broadcast(gone), new String[] {FILE, POSITION}, "left_anti")
                    .drop(FILE, POSITION)
                    .write()
                    .format("iceberg")
                    .option(SparkWriteOptions.REWRITTEN_FILE_SCAN_TASK_SET_ID, set)
                    .option(SparkWriteOptions.DISTRIBUTION_MODE, "none")
                    .mode("append")
                    .save(set);
            return written.fetchNewFiles(table, set);
        } finally {
            SparkTableCache.get().remove(set);
            tasks.removeTasks(table, set);
            written.clearRewrite(table, set);
        }
    }
}
