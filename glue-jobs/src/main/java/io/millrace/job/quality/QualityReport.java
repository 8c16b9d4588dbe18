package io.millrace.job.quality;

import java.util.List;
import java.util.Locale;

/**
 * What tables were found to be.
 *
 * @param score share of all rows that were looked at that keep every rule
 * @param passed whether each table reached its gate
 */
public record QualityReport(double score, boolean passed, List<TableQuality> tables) {
    public QualityReport {
        tables = List.copyOf(tables);
    }

    static QualityReport of(List<Audit> audits) {
        double rows = audits.stream().mapToLong(Audit::rows).sum();
        double good = audits.stream()
                .mapToDouble(audit -> audit.score() * audit.rows())
                .sum();
        return new QualityReport(
                rows == 0 ? 1 : good / rows,
                audits.stream().allMatch(Audit::passed),
                audits.stream().map(TableQuality::of).toList());
    }

    /**
     * One table.
     *
     * @param failed what rows do not keep, the worst first
     * @param warned what rows do not keep and need not
     */
    public record TableQuality(
            String table,
            String owner,
            boolean passed,
            long rows,
            double score,
            double completeness,
            double accuracy,
            List<String> failed,
            List<String> warned) {
        static TableQuality of(Audit audit) {
            return new TableQuality(
                    audit.layer().name().toLowerCase(Locale.ROOT) + "." + audit.table(),
                    audit.owner(),
                    audit.passed(),
                    audit.rows(),
                    audit.score(),
                    audit.completeness(),
                    audit.accuracy(),
                    audit.failures().stream().map(CheckResult::text).toList(),
                    audit.warnings().stream().map(CheckResult::text).toList());
        }
    }
}
