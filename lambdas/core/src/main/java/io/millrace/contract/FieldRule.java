package io.millrace.contract;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A rule that a field's value must keep, once it has its type and its normal form. Null bounds are open. */
public sealed interface FieldRule {

    /** What breaking it does to the event. */
    Severity severity();

    /** The field is there. Of severity {@code WARN} only: a field without which an event is rejected is required. */
    record Present() implements FieldRule {
        @Override
        public Severity severity() {
            return Severity.WARN;
        }
    }

    /** Length of a text in Unicode code points, bounds included. */
    record Length(@Nullable Integer min, @Nullable Integer max, Severity severity) implements FieldRule {}

    /** A text contains a match; anchor the pattern with ^ and $ to cover the whole. */
    record Matches(Pattern pattern, Severity severity) implements FieldRule {}

    /** A number lies between two bounds. */
    record NumberRange(
            @Nullable BigDecimal min,
            boolean minExclusive,
            @Nullable BigDecimal max,
            boolean maxExclusive,
            Severity severity)
            implements FieldRule {}

    /**
     * A timestamp or a date lies between two bounds.
     *
     * @param notBefore earliest value, in the column's own unit (epoch microseconds or epoch days)
     * @param maxAhead how far after its receipt an event may claim to be
     */
    record TimeRange(@Nullable Long notBefore, @Nullable Duration maxAhead, Severity severity) implements FieldRule {}

    /** A text is one of the listed ones. */
    record OneOf(Set<String> values, Severity severity) implements FieldRule {
        public OneOf {
            values = Set.copyOf(values);
        }
    }
}
