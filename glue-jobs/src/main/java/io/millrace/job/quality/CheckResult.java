package io.millrace.job.quality;

import io.millrace.contract.Severity;

/**
 * What became of one check.
 *
 * @param column that it is of, several with commas between, empty for the whole table
 * @param rule as contracts name it: required, range, length, pattern, allowed_values, unique, …
 * @param severity {@code WARN}: it is told and counts for nothing
 * @param rows that were looked at
 * @param failed rows that do not keep it
 * @param maxFailed rows that may be so before the check itself fails the gate; the score sees them anyway
 */
public record CheckResult(
        String column, String rule, Dimension dimension, Severity severity, long rows, long failed, long maxFailed) {
    public CheckResult {
        if (failed < 0 || rows < 0) {
            throw new IllegalArgumentException("Cannot count rows of " + rule + ": " + failed + " of " + rows);
        }
    }

    /** {@code COLUMN.RULE}. */
    public String name() {
        return column.isEmpty() ? rule : column + "." + rule;
    }

    /** Share of rows that keep it; 1 where there is no row. */
    public double score() {
        return rows == 0 ? (failed == 0 ? 1 : 0) : Math.max(0, 1 - (double) failed / rows);
    }

    /** Whether it lets the gate pass. */
    public boolean passed() {
        return severity == Severity.WARN || failed <= maxFailed;
    }

    /** For people: {@code category.required 12 of 108 rows}. */
    public String text() {
        return name() + " " + failed + " of " + rows + (rule.equals(SourceLag.RULE) ? " sources" : " rows");
    }
}
