package io.millrace.job.quality;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.millrace.job.JobContext;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.apache.iceberg.Snapshot;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What readers see, audited.
 *
 * @param days of a table that grows for ever
 */
record PublishedTables(JobContext context, int days) {
    /** Nothing of a table that is not there or has no version yet. */
    Optional<Audit> audit(CheckedTable table) {
        if (!context.lake().has(table.layer(), table.name())) {
            return Optional.empty();
        }
        Snapshot current = context.lake().table(table.layer(), table.name()).currentSnapshot();
        if (current == null) {
            return Optional.empty();
        }
        context.input(table.layer(), table.name());
        QualityGate gate = new QualityGate(context);
        Version version = Version.published(current.snapshotId());
        Audit audit = gate.audit(
                table.layer(), table.rules(), version, rows(table, gate.rows(table.layer(), table.name(), version)));
        return Optional.of(new SourceLag(context.lake(), context.startedAt())
                .of(table.rules())
                .map(audit::with)
                .orElse(audit));
    }

    private Dataset<Row> rows(CheckedTable table, Dataset<Row> all) {
        String time = table.rules().timeColumn();
        Instant from = context.startedAt().truncatedTo(ChronoUnit.DAYS).minus(days - 1L, ChronoUnit.DAYS);
        return time.isEmpty() ? all : all.where(col(time).geq(lit(from)));
    }
}
