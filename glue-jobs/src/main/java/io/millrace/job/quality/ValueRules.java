package io.millrace.job.quality;

import static org.apache.spark.sql.functions.char_length;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.unix_micros;

import io.millrace.contract.FieldRule;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a contract's values as expressions, as the check of events has them in code; a value that is not there
 * breaks none but {@link FieldRule.Present}.
 *
 * @param receipt when a row was taken, from which it may be so far ahead
 */
record ValueRules(Column receipt) {
    /** The rule's name in contracts. */
    static String name(FieldRule rule) {
        if (rule instanceof FieldRule.Present) {
            return "required";
        } else if (rule instanceof FieldRule.Length) {
            return "length";
        } else if (rule instanceof FieldRule.Matches) {
            return "pattern";
        } else if (rule instanceof FieldRule.OneOf) {
            return "allowed_values";
        }
        return "range";
    }

    /** True for a value that does not keep the rule, never null. */
    Column broken(FieldRule rule, Column value, DataType type) {
        if (rule instanceof FieldRule.Present) {
            return value.isNull();
        }
        return coalesce(not(kept(rule, value, type)), lit(false));
    }

    private Column kept(FieldRule rule, Column value, DataType type) {
        if (rule instanceof FieldRule.Length length) {
            return between(char_length(value), length.min(), false, length.max(), false);
        } else if (rule instanceof FieldRule.Matches matches) {
            return value.rlike(matches.pattern().pattern());
        } else if (rule instanceof FieldRule.OneOf oneOf) {
            return value.isin(oneOf.values().stream().sorted().toArray());
        } else if (rule instanceof FieldRule.NumberRange range) {
            return between(value, range.min(), range.minExclusive(), range.max(), range.maxExclusive());
        } else if (rule instanceof FieldRule.TimeRange range) {
            return time(range, value, type);
        }
        throw new IllegalArgumentException("Cannot check rule " + rule);
    }

    private Column time(FieldRule.TimeRange range, Column value, DataType type) {
        boolean date = type.equals(DataTypes.DateType);
        Column number = date ? unix_date(value) : unix_micros(value);
        Column kept = between(number, range.notBefore(), false, null, false);
        Duration ahead = range.maxAhead();
        return ahead == null || date
                ? kept
                : kept.and(number.leq(unix_micros(receipt).plus(TimeUnit.NANOSECONDS.toMicros(ahead.toNanos()))));
    }

    private static Column between(
            Column value, @Nullable Object min, boolean minExclusive, @Nullable Object max, boolean maxExclusive) {
        Column kept = lit(true);
        if (min != null) {
            kept = kept.and(minExclusive ? value.gt(min) : value.geq(min));
        }
        if (max != null) {
            kept = kept.and(maxExclusive ? value.lt(max) : value.leq(max));
        }
        return kept;
    }
}
