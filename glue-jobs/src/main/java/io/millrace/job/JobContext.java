package io.millrace.job;

import io.millrace.job.lineage.Datasets;
import java.time.Instant;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * What a run works with.
 *
 * @param batchId {@code _batch_id} of the rows that this run writes
 * @param startedAt the run's one notion of now
 * @param dryRun true: change nothing that anybody can see
 * @param parallelism tasks side by side
 * @param datasets what the run has read and written, for lineage
 */
public record JobContext(
        Lake lake, String batchId, Instant startedAt, boolean dryRun, int parallelism, Datasets datasets) {

    public SparkSession spark() {
        return lake.spark();
    }

    /** A table's rows; the run's lineage has it as an input. */
    public Dataset<Row> read(Layer layer, String table) {
        return spark().table(input(layer, table));
    }

    /** Notes an input, and gives its name in SQL. */
    public String input(Layer layer, String table) {
        datasets.reads(lake.id(layer, table).toString());
        return lake.name(layer, table);
    }

    /** Notes an output, and gives its name in SQL. */
    public String output(Layer layer, String table) {
        datasets.writes(lake.id(layer, table).toString());
        return lake.name(layer, table);
    }
}
