package io.millrace.job.quality;

import static org.apache.spark.sql.functions.lit;

import io.millrace.contract.Severity;
import org.apache.spark.sql.Column;

/**
 * A rule as an expression over one row.
 *
 * @param column that it is of
 * @param among true for rows that it is about
 * @param broken true for rows that do not keep it, never null
 * @param counted whether such a row counts in the table's score
 * @param tolerated share of rows that may be so before the check fails the gate by itself
 */
record RowCheck(
        String column,
        String rule,
        Dimension dimension,
        Severity severity,
        Column among,
        Column broken,
        boolean counted,
        double tolerated) {
    /** A rule that every row should keep: those that do not count in the score, unless it only warns. */
    static RowCheck of(String column, String rule, Dimension dimension, Severity severity, Column broken) {
        return new RowCheck(column, rule, dimension, severity, lit(true), broken, severity == Severity.QUARANTINE, 1);
    }

    CheckResult result(long rows, long failed) {
        return new CheckResult(column, rule, dimension, severity, rows, failed, (long) Math.floor(rows * tolerated));
    }
}
