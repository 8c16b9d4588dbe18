package io.millrace.job.model;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.xxhash64;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * Tells for each day of a table whether two sets of rows are the same, in any order: by number of rows, and sum and
 * exclusive-or of their 64-bit hashes.
 *
 * @param byDay null is the day of rows that have none
 */
record RowSums(Map<@Nullable LocalDate, List<Object>> byDay) {

    /** @param day SQL for the day of a row, or null where the table knows no days */
    static RowSums of(Dataset<Row> rows, @Nullable String day) {
        // A hash passes nulls over, so that it is told apart which columns are null.
        Column[] values = Stream.concat(
                        Arrays.stream(rows.columns()).map(name -> col("`" + name + "`")),
                        Arrays.stream(rows.columns())
                                .map(name -> col("`" + name + "`").isNull()))
                .toArray(Column[]::new);
        Dataset<Row> sums = rows.select(
                        expr(day == null ? "CAST(NULL AS DATE)" : day).as("day"),
                        xxhash64(values).as("hash"))
                .groupBy("day")
                .agg(count(lit(1)), sum(col("hash").cast("decimal(20,0)")), expr("bit_xor(hash)"));
        Map<@Nullable LocalDate, List<Object>> byDay = new HashMap<>();
        for (Row row : sums.collectAsList()) {
            byDay.put(row.getAs(0), List.of(row.get(1), row.get(2), row.get(3)));
        }
        return new RowSums(byDay);
    }

    /** The days whose rows are others; all where these are rows without a day. */
    Days differing(RowSums others) {
        Set<@Nullable LocalDate> days = new HashSet<>(byDay.keySet());
        days.addAll(others.byDay.keySet());
        days.removeIf(day -> Objects.equals(byDay.get(day), others.byDay.get(day)));
        return days.contains(null)
                ? Days.ALL
                : Days.of(days.stream().map(Objects::requireNonNull).toList());
    }
}
