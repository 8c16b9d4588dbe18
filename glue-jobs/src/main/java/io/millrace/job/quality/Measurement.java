package io.millrace.job.quality;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;

import io.millrace.contract.ColumnRules;
import io.millrace.contract.Severity;
import io.millrace.contract.TableRules;
import io.millrace.contract.UniqueKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * All checks of a table in one pass over its rows: each is a sum of the same aggregate query, keys are distinct counts in
 * it, and what rows refer to is joined to them on the way.
 */
final class Measurement {
    private static final String FOUND = "__found_";

    private final TableRules rules;
    private final List<RowCheck> checks;
    private final List<UniqueKey> keys;
    private final Row counts;

    private Measurement(TableRules rules, List<RowCheck> checks, List<UniqueKey> keys, Row counts) {
        this.rules = rules;
        this.checks = checks;
        this.keys = keys;
        this.counts = counts;
    }

    /**
     * Looks at the rows.
     *
     * @param referred the rows of a table that rows refer to, by its name, if it is there
     */
    static Measurement of(
            TableRules rules, Dataset<Row> rows, Instant now, Function<String, Optional<Dataset<Row>>> referred) {
        List<RowCheck> checks = RowChecks.of(rules, rows.schema(), now, column -> FOUND + column);
        List<String> present = List.of(rows.columns());
        List<UniqueKey> keys = rules.keys().stream()
                .filter(key -> present.containsAll(key.columns()))
                .toList();
        List<Column> sums = new ArrayList<>();
        sums.add(count_if(lit(true)));
        sums.add(count_if(any(checks, RowCheck::counted)));
        sums.add(count_if(any(checks, check -> check.counted() && check.dimension() == Dimension.ACCURACY)));
        for (RowCheck check : checks) {
            sums.add(count_if(check.among()));
            sums.add(count_if(check.among().and(check.broken())));
        }
        keys.forEach(key -> sums.add(count_distinct(struct(key.columns().stream()
                .map(column -> col(RowChecks.quoted(column)))
                .toArray(Column[]::new)))));
        Dataset<Row> joined = rows;
        for (ColumnRules column : rules.columns()) {
            if (column.reference() != null && present.contains(column.name())) {
                joined = joined(joined, column, referred);
            }
        }
        Row counts = joined.agg(sums.get(0), sums.subList(1, sums.size()).toArray(Column[]::new))
                .head();
        return new Measurement(rules, checks, keys, counts);
    }

    long rows() {
        return counts.getLong(0);
    }

    double score() {
        long duplicates = 0;
        for (int i = 0; i < keys.size(); i++) {
            duplicates += keys.get(i).severity() == Severity.WARN ? 0 : duplicates(i);
        }
        return share(counts.getLong(1) + duplicates, rows());
    }

    double accuracy() {
        return share(counts.getLong(2), rows());
    }

    double completeness() {
        long values = 0;
        long missing = 0;
        for (int i = 0; i < checks.size(); i++) {
            if (checks.get(i).counted() && checks.get(i).dimension() == Dimension.COMPLETENESS) {
                values += rows();
                missing += failed(i);
            }
        }
        return share(missing, values);
    }

    List<CheckResult> results() {
        List<CheckResult> results = new ArrayList<>();
        results.add(new CheckResult(
                "",
                "row_count",
                Dimension.COMPLETENESS,
                Severity.QUARANTINE,
                rows(),
                Math.max(0, rules.minRows() - rows()),
                0));
        for (int i = 0; i < checks.size(); i++) {
            results.add(checks.get(i).result(counts.getLong(3 + 2 * i), failed(i)));
        }
        for (int i = 0; i < keys.size(); i++) {
            UniqueKey key = keys.get(i);
            results.add(new CheckResult(
                    String.join(",", key.columns()),
                    "unique",
                    Dimension.UNIQUENESS,
                    key.severity(),
                    rows(),
                    duplicates(i),
                    0));
        }
        return results;
    }

    private long failed(int check) {
        return counts.getLong(4 + 2 * check);
    }

    private long duplicates(int key) {
        return rows() - counts.getLong(3 + 2 * checks.size() + key);
    }

    private static double share(long failed, long of) {
        return of == 0 ? 1 : Math.max(0, 1 - (double) failed / of);
    }

    private static Column any(List<RowCheck> checks, Predicate<RowCheck> which) {
        return checks.stream()
                .filter(which)
                .map(check -> coalesce(check.among().and(check.broken()), lit(false)))
                .reduce(lit(false), Column::or);
    }

    private static Dataset<Row> joined(
            Dataset<Row> rows, ColumnRules column, Function<String, Optional<Dataset<Row>>> referred) {
        var reference = column.reference();
        if (reference == null) {
            return rows;
        }
        String found = FOUND + column.name();
        String key = found + "_key";
        Optional<Dataset<Row>> target = referred.apply(reference.table());
        if (target.isEmpty()) {
            return rows.withColumn(found, lit(null));
        }
        Dataset<Row> there = target.get()
                .select(col(RowChecks.quoted(reference.column())).as(key))
                .distinct()
                .withColumn(found, lit(true));
        return rows.join(there, rows.col(RowChecks.quoted(column.name())).equalTo(there.col(key)), "left");
    }
}
