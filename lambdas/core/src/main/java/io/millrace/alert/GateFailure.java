package io.millrace.alert;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A table that did not reach its quality gate, as the error of the job that found it says so: one line, for people and for
 * {@link #find}. Of a failed job nothing of ours arrives but its name and that line.
 *
 * @param refused true: a new version was not published; false: what is published is not good enough
 * @param table with its layer, as {@code gold.daily_sales_metrics}
 * @param owner the team that answers for it
 * @param channel of the team's, or null
 * @param published the version that readers see, or {@code none}
 * @param score that it has
 * @param gate that it needs
 * @param checks what rows do not keep, as {@code product_category.required 12 of 108 rows}, the worst first
 */
public record GateFailure(
        boolean refused,
        String table,
        String owner,
        @Nullable String channel,
        String published,
        double score,
        double gate,
        List<String> checks) {
    /** More would be cut off on the way, or by whoever reads it on a phone. */
    private static final int MAX_CHECKS = 5;

    private static final Pattern FORM = Pattern.compile("Cannot (publish|pass) (\\S+)"
            + " \\(owner (.*?)(?: in (#\\S+))?, readers see version (\\S+)\\): score ([0-9.]+) of ([0-9.]+)"
            + "((?:; [^;|\\r\\n]+)*)");

    public GateFailure {
        checks = List.copyOf(checks);
    }

    /** The error of a job that found these. */
    public static String write(List<GateFailure> failures) {
        if (failures.isEmpty()) {
            throw new IllegalArgumentException("Cannot fail a gate of no table");
        }
        return failures.stream().map(GateFailure::text).collect(Collectors.joining(" | "));
    }

    /** Those that an error tells of, whatever stands around them; none if it is about something else. */
    public static List<GateFailure> find(String error) {
        List<GateFailure> failures = new ArrayList<>();
        Matcher found = FORM.matcher(error);
        while (found.find()) {
            failures.add(new GateFailure(
                    found.group(1).equals("publish"),
                    found.group(2),
                    found.group(3),
                    found.group(4),
                    found.group(5),
                    Double.parseDouble(found.group(6)),
                    Double.parseDouble(found.group(7)),
                    Arrays.stream(found.group(8).split("; ", -1))
                            .map(String::strip)
                            .filter(check -> !check.isEmpty())
                            .toList()));
        }
        return failures;
    }

    private String text() {
        return "Cannot " + (refused ? "publish " : "pass ") + table + " (owner " + owner
                + (channel == null ? "" : " in " + channel) + ", readers see version " + published + "): score "
                + number(score) + " of " + number(gate)
                + checks.stream().limit(MAX_CHECKS).map(check -> "; " + check).collect(Collectors.joining())
                + (checks.size() > MAX_CHECKS ? "; " + (checks.size() - MAX_CHECKS) + " checks more" : "");
    }

    /** Rounded down, so that what is below the gate never reads as if it had reached it. */
    private static String number(double share) {
        return String.format(Locale.ROOT, "%.4f", Math.floor(share * 10_000) / 10_000);
    }
}
