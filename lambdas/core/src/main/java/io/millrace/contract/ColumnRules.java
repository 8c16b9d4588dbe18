package io.millrace.contract;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a column's values must keep.
 *
 * @param required it is never null
 * @param maxNullPercent of its rows may be null, or null where nothing is said
 * @param reference where its values come from, or null
 */
public record ColumnRules(
        String name,
        boolean required,
        List<FieldRule> rules,
        @Nullable BigDecimal maxNullPercent,
        @Nullable Reference reference) {
    public ColumnRules {
        rules = List.copyOf(rules);
    }

    /** One of which nothing more is said. */
    public static ColumnRules of(String name, boolean required) {
        return new ColumnRules(name, required, List.of(), null, null);
    }
}
