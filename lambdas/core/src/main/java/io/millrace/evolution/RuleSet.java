package io.millrace.evolution;

import io.millrace.contract.ColumnType;
import io.millrace.contract.Field;
import io.millrace.contract.FieldRule;
import io.millrace.contract.Severity;
import io.millrace.evolution.Bound.Side;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The rules of a field, each kind in a form that can be compared. */
final class RuleSet {
    private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000);

    private final Map<String, Bound> bounds = new LinkedHashMap<>();
    private final Set<String> patterns = new TreeSet<>();
    private final Set<String> warnings = new TreeSet<>();
    private @Nullable Set<String> allowed;

    RuleSet(Field field) {
        field.rules().forEach(rule -> add(rule, field.type()));
    }

    private void add(FieldRule rule, ColumnType type) {
        if (rule.severity() == Severity.WARN) {
            warnings.add(
                    rule instanceof FieldRule.OneOf oneOf ? new TreeSet<>(oneOf.values()).toString() : rule.toString());
        } else if (rule instanceof FieldRule.Length length) {
            bound("minLength", Side.LOWER, whole(length.min()), false);
            bound("maxLength", Side.UPPER, whole(length.max()), false);
        } else if (rule instanceof FieldRule.NumberRange range) {
            bound("minimum", Side.LOWER, range.min(), range.minExclusive());
            bound("maximum", Side.UPPER, range.max(), range.maxExclusive());
        } else if (rule instanceof FieldRule.TimeRange range) {
            notBefore(range.notBefore(), type);
            maxAhead(range.maxAhead());
        } else if (rule instanceof FieldRule.Matches matches) {
            patterns.add(matches.pattern().pattern());
        } else if (rule instanceof FieldRule.OneOf oneOf) {
            add(oneOf);
        } else {
            throw new IllegalStateException("Cannot compare rules of " + rule.getClass() + ": nobody said how");
        }
    }

    /** Of several lists that reject, an event needs to be in all. */
    private void add(FieldRule.OneOf oneOf) {
        Set<String> values = new TreeSet<>(oneOf.values());
        if (allowed != null) {
            values.retainAll(allowed);
        }
        allowed = values;
    }

    private void notBefore(@Nullable Long value, ColumnType type) {
        if (value != null) {
            String text = type == ColumnType.DATE
                    ? LocalDate.ofEpochDay(value).toString()
                    : Instant.EPOCH.plus(value, ChronoUnit.MICROS).toString();
            bounds.put("minimum", new Bound("minimum", Side.LOWER, BigDecimal.valueOf(value), false, text));
        }
    }

    private void maxAhead(@Nullable Duration value) {
        if (value != null) {
            BigDecimal nanos =
                    new BigDecimal(value.getSeconds()).multiply(NANOS).add(BigDecimal.valueOf(value.getNano()));
            bounds.put("millrace.maxAhead", new Bound("millrace.maxAhead", Side.UPPER, nanos, false, value.toString()));
        }
    }

    private void bound(String name, Side side, @Nullable BigDecimal value, boolean exclusive) {
        if (value != null) {
            bounds.put(
                    name,
                    new Bound(
                            name,
                            side,
                            value,
                            exclusive,
                            value.stripTrailingZeros().toPlainString()));
        }
    }

    private static @Nullable BigDecimal whole(@Nullable Integer value) {
        return value == null ? null : BigDecimal.valueOf(value);
    }

    Map<String, Bound> bounds() {
        return bounds;
    }

    Set<String> patterns() {
        return patterns;
    }

    /** The rules that only warn and reject nothing, each as its text. */
    Set<String> warnings() {
        return warnings;
    }

    /** The values of which it must be one, or null if any will do. */
    @Nullable
    Set<String> allowed() {
        return allowed;
    }
}
