package io.millrace.event;

import io.millrace.contract.ColumnType;
import io.millrace.contract.Field;
import io.millrace.contract.FieldRule;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Holds a typed value to one of its field's rules. */
final class RuleChecks {
    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final long MICROS_PER_DAY = 86_400 * MICROS_PER_SECOND;

    private RuleChecks() {}

    /** What is wrong, or null. */
    static @Nullable Violation check(FieldRule rule, Field field, Object value, long receivedAtMicros) {
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
            return oneOf.values().contains(value)
                    ? null
                    : new Violation(
                            Rules.ALLOWED_VALUES, "must be one of " + String.join(", ", new TreeSet<>(oneOf.values())));
        }
        throw new IllegalStateException("Cannot check rule " + rule);
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
                : Instant.EPOCH.plus(value, ChronoUnit.MICROS).toString();
    }
}
