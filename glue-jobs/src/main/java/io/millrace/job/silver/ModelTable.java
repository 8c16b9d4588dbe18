package io.millrace.job.silver;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.millrace.job.Lake;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;

/** The table of one model. */
record ModelTable(Lake lake, ModelContract contract) {
    /** In a snapshot's summary: the snapshot of each source that its rows were made of. */
    private static final String SOURCE = "millrace.source.";

    private static final String PROPERTIES = "'format-version'='2', 'write.parquet.compression-codec'='zstd',"
            + " 'history.expire.max-snapshot-age-ms'='43200000'";

    /** Makes the table, or adds the columns that it lacks. */
    void prepare() {
        if (!lake.has(contract.layer(), contract.name())) {
            String partition = contract.partition().isEmpty()
                    ? ""
                    : " PARTITIONED BY (" + String.join(", ", contract.partition()) + ")";
            lake.spark()
                    .sql("CREATE TABLE " + sqlName() + " (" + columns(contract.columns()) + ") USING iceberg"
                            + partition + " TBLPROPERTIES (" + PROPERTIES + ")");
            return;
        }
        Schema schema = lake.table(contract.layer(), contract.name()).schema();
        List<ModelColumn> missing = contract.columns().stream()
                .filter(column -> schema.findField(column.name()) == null)
                .toList();
        if (!missing.isEmpty()) {
            lake.spark().sql("ALTER TABLE " + sqlName() + " ADD COLUMNS (" + columns(missing) + ")");
        }
    }

    /** The snapshots of sources that its rows were made of; none where it has none yet. */
    Map<String, String> madeOf() {
        Map<String, String> sources = new TreeMap<>();
        if (lake.has(contract.layer(), contract.name())) {
            // Compaction rewrites files and says nothing of sources: the newest snapshot that does is what counts.
            Table table = lake.table(contract.layer(), contract.name());
            Snapshot snapshot = table.currentSnapshot();
            while (snapshot != null && sources.isEmpty()) {
                snapshot.summary().forEach((key, value) -> {
                    if (key.startsWith(SOURCE)) {
                        sources.put(key.substring(SOURCE.length()), value);
                    }
                });
                snapshot = snapshot.parentId() == null ? null : table.snapshot(snapshot.parentId());
            }
        }
        return sources;
    }

    /** Replaces all rows by those of a query, in one commit. */
    void replace(Dataset<Row> rows, Map<String, String> sources, String run) throws NoSuchTableException {
        var writer = select(rows)
                .writeTo(sqlName())
                .option("snapshot-property.millrace.job", "silver")
                .option("snapshot-property.millrace.run", run);
        sources.forEach((source, snapshot) -> writer.option("snapshot-property." + SOURCE + source, snapshot));
        writer.overwrite(lit(true));
    }

    /** Rows of its newest snapshot. */
    long rows() {
        Snapshot snapshot = lake.table(contract.layer(), contract.name()).currentSnapshot();
        return snapshot == null ? 0 : Long.parseLong(snapshot.summary().getOrDefault("total-records", "0"));
    }

    /** The query's columns in the contract's order and types; one that does not fit its type fails the run. */
    Dataset<Row> select(Dataset<Row> rows) {
        return rows.select(contract.columns().stream()
                .map(column -> col(column.name()).cast(column.type()).as(column.name()))
                .toArray(Column[]::new));
    }

    private String sqlName() {
        return lake.name(contract.layer(), contract.name());
    }

    private static String columns(List<ModelColumn> columns) {
        return columns.stream()
                .map(column -> "`" + column.name() + "` " + column.type() + " COMMENT '"
                        + column.description().replace("'", "\\'") + "'")
                .collect(Collectors.joining(", "));
    }
}
