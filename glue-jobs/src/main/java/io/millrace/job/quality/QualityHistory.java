package io.millrace.job.quality;

import io.millrace.contract.Severity;
import io.millrace.job.JobContext;
import io.millrace.job.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;
import org.apache.spark.sql.types.StructType;

/** The table {@code ENV_ops.quality_results}: a row for each check of each audit, for ever. Append-only. */
public record QualityHistory(JobContext context) {
    public static final String TABLE = "quality_results";

    private static final String COLUMNS = "run_id STRING COMMENT 'Batch id of the run that looked',"
            + " checked_at TIMESTAMP COMMENT 'When the run began',"
            + " layer STRING COMMENT 'bronze, silver, gold or ops',"
            + " table_name STRING COMMENT 'Table without its database',"
            + " owner STRING COMMENT 'Team that answers for it',"
            + " branch STRING COMMENT 'main: what readers see; else a version that waited for its audit',"
            + " snapshot_id BIGINT COMMENT 'The version',"
            + " column_name STRING COMMENT 'Column, several with commas between, empty for the whole table',"
            + " rule STRING COMMENT 'As contracts name it',"
            + " dimension STRING COMMENT 'completeness, accuracy, uniqueness, consistency or timeliness',"
            + " severity STRING COMMENT 'warn, or fail',"
            + " rows_checked BIGINT COMMENT 'Rows that the check is about',"
            + " rows_failed BIGINT COMMENT 'Rows that do not keep it',"
            + " check_score DOUBLE COMMENT 'Share of rows that keep it',"
            + " check_passed BOOLEAN COMMENT 'Whether it lets the gate pass',"
            + " table_rows BIGINT COMMENT 'Rows of the version that were looked at',"
            + " table_score DOUBLE COMMENT 'Share of them that keep every rule',"
            + " completeness DOUBLE COMMENT 'Share of required values that are there',"
            + " accuracy DOUBLE COMMENT 'Share of rows whose values keep their rules',"
            + " gate DOUBLE COMMENT 'Score that the table needs',"
            + " table_passed BOOLEAN COMMENT 'Whether the version passed'";

    /** Adds an audit, in one commit. */
    public void add(Audit audit) throws NoSuchTableException {
        addAll(List.of(audit));
    }

    /** Adds audits, in one commit. */
    public void addAll(List<Audit> audits) throws NoSuchTableException {
        if (audits.isEmpty()) {
            return;
        }
        String table = context.output(Layer.OPS, TABLE);
        context.spark()
                .sql("CREATE TABLE IF NOT EXISTS " + table + " (" + COLUMNS + ") USING iceberg"
                        + " PARTITIONED BY (months(checked_at))"
                        + " TBLPROPERTIES ('format-version'='2', 'write.parquet.compression-codec'='zstd')");
        StructType schema = context.spark().table(table).schema();
        List<Row> rows = new ArrayList<>();
        audits.forEach(audit -> audit.checks().forEach(check -> rows.add(row(audit, check))));
        context.spark().createDataFrame(rows, schema).coalesce(1).writeTo(table).append();
    }

    private Row row(Audit audit, CheckResult check) {
        return RowFactory.create(
                context.batchId(),
                audit.at(),
                audit.layer().name().toLowerCase(Locale.ROOT),
                audit.table(),
                audit.owner(),
                audit.version().branch(),
                audit.version().snapshotId(),
                check.column(),
                check.rule(),
                check.dimension().word(),
                check.severity() == Severity.WARN ? "warn" : "fail",
                check.rows(),
                check.failed(),
                check.score(),
                check.passed(),
                audit.rows(),
                audit.score(),
                audit.completeness(),
                audit.accuracy(),
                audit.thresholds().score(),
                audit.passed());
    }
}
