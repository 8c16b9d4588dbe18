package io.millrace.job.model;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import io.millrace.job.Lake;
import io.millrace.model.QueryColumn;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.iceberg.AppendFiles;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;

/** The table of one model. */
record ModelTable(Lake lake, ModelContract contract) {
    private static final String PROPERTIES = "'format-version'='2', 'write.parquet.compression-codec'='zstd',"
            + " 'history.expire.max-snapshot-age-ms'='43200000'";

    /** Makes the table, or adds the columns that it lacks. */
    void prepare() {
        if (!exists()) {
            String partition = contract.partition().isEmpty()
                    ? ""
                    : " PARTITIONED BY (" + String.join(", ", contract.partition()) + ")";
            lake.spark()
                    .sql("CREATE TABLE " + sqlName() + " (" + columns(contract.columns()) + ") USING iceberg"
                            + partition + " TBLPROPERTIES (" + PROPERTIES + ")");
            return;
        }
        Schema schema = table().schema();
        List<QueryColumn> missing = contract.columns().stream()
                .filter(column -> schema.findField(column.name()) == null)
                .toList();
        if (!missing.isEmpty()) {
            lake.spark().sql("ALTER TABLE " + sqlName() + " ADD COLUMNS (" + columns(missing) + ")");
        }
    }

    /** What its rows were made of, if they ever were. */
    Optional<Made> made() {
        return exists() ? Made.of(table()) : Optional.empty();
    }

    /** The days of which it has rows. */
    Days present() {
        Snapshot snapshot = exists() ? table().currentSnapshot() : null;
        return snapshot == null ? Days.NONE : new SourceChanges(table()).present(snapshot.snapshotId());
    }

    /** Those of some days whose rows differ from the ones that the table has. */
    Days differing(Dataset<Row> rows, Days days) {
        String day = contract.day().map(DayColumn::day).orElse(null);
        Dataset<Row> before = select(lake.spark().table(sqlName()).where(within(days)));
        return RowSums.of(rows, day).differing(RowSums.of(before, day));
    }

    /**
     * Replaces the rows of some days by those of the same days of a query, in one commit.
     *
     * @param branch of the table, in SQL, or the table's own name
     */
    void replace(String branch, Dataset<Row> rows, Days days, Made made) throws NoSuchTableException {
        var writer = rows.where(within(days)).writeTo(branch);
        made.write((key, value) -> writer.option("snapshot-property." + key, value));
        writer.overwrite(expr(within(days)));
    }

    /** Says of the rows that it has what they might as well have been made of. */
    void note(Made made) {
        AppendFiles nothing = table().newAppend();
        made.write(nothing::set);
        nothing.commit();
    }

    /** Rows of its newest snapshot. */
    long rows() {
        Snapshot snapshot = table().currentSnapshot();
        return snapshot == null ? 0 : Long.parseLong(snapshot.summary().getOrDefault("total-records", "0"));
    }

    /** The query's columns in the contract's order and types; one that does not fit its type fails the run. */
    Dataset<Row> select(Dataset<Row> rows) {
        return rows.select(contract.columns().stream()
                .map(column -> col(column.name()).cast(column.type()).as(column.name()))
                .toArray(Column[]::new));
    }

    /** SQL that holds for the table's rows of these days. */
    String within(Days days) {
        return contract.day().map(column -> column.within(days)).orElse("true");
    }

    private boolean exists() {
        return lake.has(contract.layer(), contract.name());
    }

    private Table table() {
        return lake.table(contract.layer(), contract.name());
    }

    /** Its name in SQL, quoted. */
    String sqlName() {
        return lake.name(contract.layer(), contract.name());
    }

    private static String columns(List<QueryColumn> columns) {
        return columns.stream()
                .map(column -> "`" + column.name() + "` " + column.type() + " COMMENT '"
                        + column.description().replace("'", "\\'") + "'")
                .collect(Collectors.joining(", "));
    }
}
