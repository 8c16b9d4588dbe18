package io.millrace.alert;

import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The description of a CloudWatch alarm: a sentence for people, then a line each of {@code Severity:}, {@code Dataset:} and
 * {@code Runbook:}, as far as they are known. An alarm's message carries no more of ours than its name and this.
 *
 * @param runbook an address, or the name of a page in {@code docs/runbooks} without its ending
 */
public record AlarmText(
        String summary,
        Severity severity,
        @Nullable String dataset,
        @Nullable String runbook) {

    /** What CloudWatch takes as a description. */
    private static final int MAX_CHARS = 1024;

    public AlarmText {
        if (summary.contains("\n")) {
            throw new IllegalArgumentException("Cannot describe an alarm in more than a line: " + summary);
        }
    }

    /**
     * The description.
     *
     * @throws IllegalArgumentException if it is longer than CloudWatch takes
     */
    public String write() {
        StringJoiner lines = new StringJoiner("\n");
        lines.add(summary);
        lines.add("Severity: " + severity.name().toLowerCase(Locale.ROOT));
        if (dataset != null) {
            lines.add("Dataset: " + dataset);
        }
        if (runbook != null) {
            lines.add("Runbook: " + runbook);
        }
        if (lines.length() > MAX_CHARS) {
            throw new IllegalArgumentException(
                    "Cannot describe an alarm in " + lines.length() + " characters: " + lines);
        }
        return lines.toString();
    }

    /** Reads a description, also of an alarm that is not ours: all of it is then the summary, and its severity error. */
    public static AlarmText read(String description) {
        String rest = description;
        for (String name : new String[] {"Severity", "Dataset", "Runbook"}) {
            rest = line(name).matcher(rest).replaceAll("");
        }
        return new AlarmText(
                rest.strip().replaceAll("\\s*\\n\\s*", " "),
                find("Severity", description).flatMap(AlarmText::severity).orElse(Severity.ERROR),
                find("Dataset", description).orElse(null),
                find("Runbook", description).orElse(null));
    }

    private static Optional<Severity> severity(String word) {
        for (Severity severity : Severity.values()) {
            if (severity.name().equalsIgnoreCase(word)) {
                return Optional.of(severity);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> find(String name, String description) {
        Matcher matcher = line(name).matcher(description);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static Pattern line(String name) {
        return Pattern.compile("(?m)^" + name + ": (\\S+)\\s*$");
    }
}
