package io.millrace.contract;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A rule that a field's value must keep, once it has its type and its normal form. Null bounds are open. */
public sealed interface FieldRule {

    /** Length of a text in Unicode code points, bounds included. */
    record Length(@Nullable Integer min, @Nullable Integer max) implements FieldRule {}

    /** A text contains a match; anchor the pattern with ^ and $ to cover the whole. */
    record Matches(Pattern pattern) implements FieldRule {}

    /** A number lies between two bounds. */
    record NumberRange(
            @Nullable BigDecimal min,
            boolean minExclusive,
            @Nullable BigDecimal max,
            boolean maxExclusive) implements FieldRule {}

    /**
     * A timestamp or a date lies between two bounds.
     *
     * @param notBefore earliest value, in the column's own unit (epoch microseconds or epoch days)
     * @param maxAhead how far after its receipt an event may claim to be
     */
    record TimeRange(@Nullable Long notBefore, @Nullable Duration maxAhead) implements FieldRule {}

    /** A text is one of the listed ones. */
    record OneOf(Set<String> values, Severity severity) implements FieldRule {
        public OneOf {
            values = Set.copyOf(values);
        }
    }
}
