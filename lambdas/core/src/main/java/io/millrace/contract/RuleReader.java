package io.millrace.contract;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Reads a property's row rules: {@code logicalTypeOptions}, {@code quality} and {@code millrace.maxAhead}. */
final class RuleReader {
    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final Map<JsonType, Set<String>> OPTIONS = Map.of(
            JsonType.STRING, Set.of("minLength", "maxLength", "pattern"),
            JsonType.OBJECT, Set.of("format"),
            JsonType.INTEGER, Set.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "format"),
            JsonType.NUMBER, Set.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "format"),
            JsonType.TIMESTAMP, Set.of("minimum", "timezone"),
            JsonType.DATE, Set.of("minimum"));

    private RuleReader() {}

    static List<FieldRule> read(Node property, JsonType type, CustomProperties custom) {
        List<FieldRule> rules = new ArrayList<>();
        WarnList warn = WarnList.of(custom);
        if (property.flag("required") && warn.severity(WarnList.REQUIRED) == Severity.WARN) {
            rules.add(new FieldRule.Present());
        }
        Optional<Node> options = property.find("logicalTypeOptions");
        options.ifPresent(node -> node.allowOnly(OPTIONS.getOrDefault(type, Set.of())));
        switch (type) {
            case STRING -> options.ifPresent(node -> text(node, warn, rules));
            case INTEGER, NUMBER -> options.ifPresent(node -> number(node, warn, rules));
            case TIMESTAMP, DATE -> time(options, type, custom, warn, rules);
            case BOOLEAN, OBJECT -> {}
        }
        if (type != JsonType.TIMESTAMP) {
            custom.find(CustomProperties.MAX_AHEAD)
                    .ifPresent(node -> node.problem("has no meaning for this logicalType: it is for a timestamp"));
        }
        for (Node check : property.items("quality")) {
            allowedValues(check, type, rules);
        }
        custom.find(CustomProperties.CODES).ifPresent(node -> codes(node, type, warn, rules));
        warn.reportUnknown();
        return rules;
    }

    private static void text(Node options, WarnList warn, List<FieldRule> rules) {
        Integer min = options.find("minLength").map(Node::count).orElse(null);
        Integer max = options.find("maxLength").map(Node::count).orElse(null);
        if (min != null || max != null) {
            rules.add(new FieldRule.Length(min, max, warn.severity(WarnList.LENGTH)));
        }
        options.find("pattern").ifPresent(node -> {
            try {
                rules.add(new FieldRule.Matches(Pattern.compile(node.text()), warn.severity(WarnList.PATTERN)));
            } catch (PatternSyntaxException e) {
                node.problem("is not a regular expression: " + e.getDescription());
            }
        });
    }

    private static void number(Node options, WarnList warn, List<FieldRule> rules) {
        BigDecimal min = bound(options, "minimum");
        BigDecimal above = bound(options, "exclusiveMinimum");
        BigDecimal max = bound(options, "maximum");
        BigDecimal below = bound(options, "exclusiveMaximum");
        if ((min != null && above != null) || (max != null && below != null)) {
            options.problem("has an inclusive and an exclusive bound on one side: keep one");
        }
        if (min != null || above != null || max != null || below != null) {
            rules.add(new FieldRule.NumberRange(
                    min == null ? above : min,
                    above != null,
                    max == null ? below : max,
                    below != null,
                    warn.severity(WarnList.RANGE)));
        }
    }

    private static @Nullable BigDecimal bound(Node options, String key) {
        Optional<Node> node = options.find(key);
        if (node.isEmpty()) {
            return null;
        }
        if (node.get().yaml() instanceof Yaml.Scalar scalar && scalar.value() instanceof Number number) {
            return new BigDecimal(number.toString());
        }
        node.get().problem("must be a number");
        return null;
    }

    private static void time(
            Optional<Node> options, JsonType type, CustomProperties custom, WarnList warn, List<FieldRule> rules) {
        Long notBefore = options.flatMap(node -> node.find("minimum"))
                .map(node -> earliest(node, type))
                .orElse(null);
        Duration maxAhead = custom.find(CustomProperties.MAX_AHEAD)
                .map(RuleReader::duration)
                .orElse(null);
        if (notBefore != null || maxAhead != null) {
            rules.add(new FieldRule.TimeRange(notBefore, maxAhead, warn.severity(WarnList.RANGE)));
        }
    }

    private static long earliest(Node node, JsonType type) {
        String text = node.text();
        try {
            if (type == JsonType.DATE) {
                return LocalDate.parse(text).toEpochDay();
            }
            Instant instant = OffsetDateTime.parse(text).toInstant();
            return Math.multiplyExact(instant.getEpochSecond(), MICROS_PER_SECOND)
                    + TimeUnit.NANOSECONDS.toMicros(instant.getNano());
        } catch (DateTimeException | ArithmeticException e) {
            node.problem("'" + text + "' is not a "
                    + (type == JsonType.DATE
                            ? "date: write it as \"2020-01-01\""
                            : "time: write it as \"2020-01-01T00:00:00Z\""));
            return 0;
        }
    }

    private static Duration duration(Node node) {
        String text = node.text();
        try {
            return Duration.parse(text);
        } catch (DateTimeException e) {
            node.problem("'" + text + "' is not a duration: write it as P1D or PT1H");
            return Duration.ZERO;
        }
    }

    private static void codes(Node node, JsonType type, WarnList warn, List<FieldRule> rules) {
        if (type != JsonType.STRING) {
            node.problem("is for a property of logicalType string");
            return;
        }
        rules.add(new FieldRule.OneOf(node.choice(CodeList.class).codes(), warn.severity(WarnList.ALLOWED_VALUES)));
    }

    /** Other metrics and types of check are about tables, and none of a row's business. */
    private static void allowedValues(Node check, JsonType type, List<FieldRule> rules) {
        boolean invalidValues = check.find("metric").map(Node::text).orElse("").equals("invalidValues");
        if (!invalidValues) {
            return;
        }
        if (type != JsonType.STRING) {
            check.problem("metric invalidValues is for a property of logicalType string");
            return;
        }
        Optional<Node> values = check.find("arguments").flatMap(node -> node.find("validValues"));
        if (values.isEmpty()) {
            check.problem("metric invalidValues has no arguments.validValues: list them");
            return;
        }
        String severity = check.text("severity", "use warning (kept and counted) or error (quarantined)");
        if (!Set.of("warning", "error").contains(severity)) {
            check.problem("severity '" + severity + "' is not known: use warning or error");
        }
        rules.add(new FieldRule.OneOf(
                new LinkedHashSet<>(values.get().texts()),
                severity.equals("error") ? Severity.QUARANTINE : Severity.WARN));
    }
}
