package io.millrace.job.quality;

import io.millrace.contract.TableRules;
import io.millrace.job.JobContext;
import io.millrace.job.Layer;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Holds versions of tables to their contracts. */
public record QualityGate(JobContext context) {
    /**
     * Looks at exactly one version of a table, published or not. What is wrong with its rows is the answer, never an
     * exception; nothing is written.
     *
     * @throws org.apache.iceberg.exceptions.NoSuchTableException if there is no such table
     */
    public Audit audit(Layer layer, TableRules rules, Version version) {
        return audit(layer, rules, version, rows(layer, rules.table(), version));
    }

    Dataset<Row> rows(Layer layer, String table, Version version) {
        return context.spark()
                .sql("SELECT * FROM " + context.lake().name(layer, table) + " VERSION AS OF " + version.snapshotId());
    }

    Audit audit(Layer layer, TableRules rules, Version version, Dataset<Row> rows) {
        Measurement measured = Measurement.of(rules, rows, context.startedAt(), this::referred);
        return new Audit(
                layer,
                rules.table(),
                rules.owner(),
                version,
                context.startedAt(),
                measured.rows(),
                measured.score(),
                measured.completeness(),
                measured.accuracy(),
                Thresholds.of(layer),
                measured.results());
    }

    private Optional<Dataset<Row>> referred(String table) {
        return Stream.of(Layer.SILVER, Layer.GOLD, Layer.BRONZE)
                .filter(layer -> context.lake().has(layer, table))
                .findFirst()
                .map(layer -> context.read(layer, table));
    }
}
