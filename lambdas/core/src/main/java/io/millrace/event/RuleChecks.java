package io.millrace.event;

import io.millrace.contract.ColumnType;
import io.millrace.contract.EpochMicros;
import io.millrace.contract.Field;
import io.millrace.contract.FieldRule;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Holds a typed value to one of its field's rules. */
final class RuleChecks {
    /** A reason is stored with every event that breaks the rule: it does not repeat a long list. */
    private static final int SHOWN_VALUES = 20;

    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final long MICROS_PER_DAY = 86_400 * MICROS_PER_SECOND;

    private RuleChecks() {}

    /** Whether a value breaks none of its field's rules, not even one that only warns. */
    static boolean allHold(Field field, Object value, long receivedAtMicros) {
        for (FieldRule rule : field.rules()) {
            if (check(rule, field, value, receivedAtMicros) != null) {
                return false;
            }
        }
        return true;
    }

    /** What is wrong, or null; no value breaks no rule but that it be there. */
    static @Nullable Violation check(FieldRule rule, Field field, @Nullable Object value, long receivedAtMicros) {
        if (value == null) {
            return rule instanceof FieldRule.Present ? new Violation(Rules.REQUIRED, "is missing") : null;
        }
        if (rule instanceof FieldRule.Present) {
            return null;
        }
        if (rule instanceof FieldRule.Length length) {
            return length(length, (String) value);
        }
        if (rule instanceof FieldRule.Matches matches) {
            return matches.pattern().matcher((String) value).find()
                    ? null
                    : new Violation(Rules.PATTERN, "must match " + matches.pattern());
        }
        if (rule instanceof FieldRule.NumberRange range) {
            return number(range, new BigDecimal(value.toString()));
        }
        if (rule instanceof FieldRule.TimeRange range) {
            return time(range, field.type(), ((Number) value).longValue(), receivedAtMicros);
        }
        if (rule instanceof FieldRule.OneOf oneOf) {
            return oneOf.values().contains(value) ? null : new Violation(Rules.ALLOWED_VALUES, allowed(oneOf));
        }
        throw new IllegalStateException("Cannot check rule " + rule);
    }

    private static String allowed(FieldRule.OneOf rule) {
        TreeSet<String> values = new TreeSet<>(rule.values());
        String shown = values.stream().limit(SHOWN_VALUES).collect(Collectors.joining(", "));
        int more = values.size() - SHOWN_VALUES;
        return "must be one of " + shown + (more > 0 ? " and " + more + " more" : "");
    }

    private static @Nullable Violation length(FieldRule.Length rule, String text) {
        int points = text.codePointCount(0, text.length());
        Integer min = rule.min();
        Integer max = rule.max();
        if (min != null && points < min) {
            return new Violation(Rules.LENGTH, "must have at least " + min + " characters, has " + points);
        }
        if (max != null && points > max) {
            return new Violation(Rules.LENGTH, "must have at most " + max + " characters, has " + points);
        }
        return null;
    }

    private static @Nullable Violation number(FieldRule.NumberRange rule, BigDecimal number) {
        BigDecimal min = rule.min();
        BigDecimal max = rule.max();
        if (min != null && number.compareTo(min) < (rule.minExclusive() ? 1 : 0)) {
            return new Violation(Rules.RANGE, "must be " + (rule.minExclusive() ? "above " : "at least ") + min);
        }
        if (max != null && number.compareTo(max) > (rule.maxExclusive() ? -1 : 0)) {
            return new Violation(Rules.RANGE, "must be " + (rule.maxExclusive() ? "below " : "at most ") + max);
        }
        return null;
    }

    private static @Nullable Violation time(
            FieldRule.TimeRange rule, ColumnType type, long value, long receivedAtMicros) {
        boolean date = type == ColumnType.DATE;
        Long notBefore = rule.notBefore();
        Duration maxAhead = rule.maxAhead();
        if (notBefore != null && value < notBefore) {
            return new Violation(
                    Rules.RANGE, "must not be before " + show(date, notBefore) + ", is " + show(date, value));
        }
        long micros = date ? value * MICROS_PER_DAY : value;
        if (maxAhead != null && micros - receivedAtMicros > maxAhead.toSeconds() * MICROS_PER_SECOND) {
            return new Violation(
                    Rules.RANGE,
                    "must not be more than " + maxAhead + " after it was received, is " + show(date, value));
        }
        return null;
    }

    private static String show(boolean date, long value) {
        return date
                ? LocalDate.ofEpochDay(value).toString()
                : EpochMicros.toInstant(value).toString();
    }
}
