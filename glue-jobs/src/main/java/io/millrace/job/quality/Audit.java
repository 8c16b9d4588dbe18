package io.millrace.job.quality;

import io.millrace.alert.GateFailure;
import io.millrace.contract.Severity;
import io.millrace.contract.Support;
import io.millrace.job.Layer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * What one version of a table was found to be.
 *
 * @param table without its database
 * @param owner the team that answers for it
 * @param version that was looked at
 * @param at when
 * @param rows that were looked at
 * @param score share of them that keep every rule; a row that is there twice does not
 * @param completeness share of required values that are there
 * @param accuracy share of rows whose values keep their rules
 * @param checks in the order of the contract
 */
public record Audit(
        Layer layer,
        String table,
        String owner,
        Version version,
        Instant at,
        long rows,
        double score,
        double completeness,
        double accuracy,
        Thresholds thresholds,
        List<CheckResult> checks) {
    public Audit {
        checks = List.copyOf(checks);
    }

    /** The same, with one more check. */
    Audit with(CheckResult check) {
        List<CheckResult> more = new ArrayList<>(checks);
        more.add(check);
        return new Audit(layer, table, owner, version, at, rows, score, completeness, accuracy, thresholds, more);
    }

    /** Whether the version may be published. */
    public boolean passed() {
        return score >= thresholds.score()
                && completeness >= thresholds.completeness()
                && accuracy >= thresholds.accuracy()
                && checks.stream().allMatch(CheckResult::passed);
    }

    /** The checks that rows do not keep, the worst first; those that only warn are not among them. */
    public List<CheckResult> failures() {
        return checks.stream()
                .filter(check -> check.severity() != Severity.WARN && check.failed() > 0)
                .sorted(Comparator.comparing(CheckResult::passed)
                        .thenComparing(
                                Comparator.comparingLong(CheckResult::failed).reversed()))
                .toList();
    }

    /** The checks that rows do not keep and that only warn. */
    public List<CheckResult> warnings() {
        return checks.stream()
                .filter(check -> check.severity() == Severity.WARN && check.failed() > 0)
                .toList();
    }

    /**
     * What people are told, if it did not pass.
     *
     * @param published the version that readers see
     * @param refused whether it is for this that a version was not published
     */
    public GateFailure failure(Support support, String published, boolean refused) {
        List<String> reasons = new ArrayList<>();
        floor(reasons, "completeness", completeness, thresholds.completeness());
        floor(reasons, "accuracy", accuracy, thresholds.accuracy());
        failures().forEach(check -> reasons.add(check.text()));
        return new GateFailure(
                refused,
                layer.name().toLowerCase(Locale.ROOT) + "." + table,
                owner,
                support.channel(),
                published,
                score,
                thresholds.score(),
                reasons);
    }

    private static void floor(List<String> reasons, String name, double reached, double needed) {
        if (reached < needed) {
            reasons.add(String.format(Locale.ROOT, "%s %.4f of %.4f", name, reached, needed));
        }
    }
}
