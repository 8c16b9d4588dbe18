package io.millrace.docs;

import io.millrace.contract.ColumnType;
import io.millrace.contract.EpochMicros;
import io.millrace.contract.FieldRule;
import io.millrace.contract.Severity;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A rule as a person would say it. */
final class RuleWords {
    private static final int SHOWN_VALUES = 12;

    private RuleWords() {}

    /** One phrase, and what breaking the rule does where that is not rejection. */
    static String of(FieldRule rule, ColumnType type) {
        if (rule instanceof FieldRule.Present) {
            return "Should be there; without it the event is kept and counted.";
        }
        String words = words(rule, type);
        return rule.severity() == Severity.WARN ? words + "; anything else is kept and counted." : words + ".";
    }

    private static String words(FieldRule rule, ColumnType type) {
        if (rule instanceof FieldRule.Length length) {
            return between(length.min(), length.max()) + " characters";
        }
        if (rule instanceof FieldRule.Matches matches) {
            return "Matches " + matches.pattern();
        }
        if (rule instanceof FieldRule.NumberRange range) {
            return number(range);
        }
        if (rule instanceof FieldRule.TimeRange range) {
            return time(range, type);
        }
        if (rule instanceof FieldRule.OneOf oneOf) {
            return oneOf(oneOf);
        }
        throw new IllegalStateException("Cannot put into words: " + rule);
    }

    private static String between(@Nullable Integer min, @Nullable Integer max) {
        return min == null ? "At most " + max : max == null ? "At least " + min : min + " to " + max;
    }

    private static String number(FieldRule.NumberRange range) {
        List<String> words = new ArrayList<>();
        BigDecimal min = range.min();
        BigDecimal max = range.max();
        if (min != null) {
            words.add((range.minExclusive() ? "above " : "at least ") + min.toPlainString());
        }
        if (max != null) {
            words.add((range.maxExclusive() ? "below " : "at most ") + max.toPlainString());
        }
        return sentence(words);
    }

    private static String time(FieldRule.TimeRange range, ColumnType type) {
        List<String> words = new ArrayList<>();
        Long notBefore = range.notBefore();
        Duration maxAhead = range.maxAhead();
        if (notBefore != null) {
            words.add("not before "
                    + (type == ColumnType.DATE ? LocalDate.ofEpochDay(notBefore) : EpochMicros.toInstant(notBefore)));
        }
        if (maxAhead != null) {
            words.add("at most " + DurationWords.of(maxAhead) + " after it was received");
        }
        return sentence(words);
    }

    private static String oneOf(FieldRule.OneOf rule) {
        TreeSet<String> values = new TreeSet<>(rule.values());
        String shown = values.stream().limit(SHOWN_VALUES).collect(Collectors.joining(", "));
        int more = values.size() - SHOWN_VALUES;
        return "One of " + shown + (more > 0 ? " and " + more + " more" : "");
    }

    private static String sentence(List<String> words) {
        String joined = String.join(", ", words);
        return joined.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + joined.substring(1);
    }
}
