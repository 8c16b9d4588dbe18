package io.millrace.exact;

import org.jspecify.annotations.Nullable;

/**
 * The exact pass that a table holds last: a table property that moves in the same commit as the pass's deletes.
 *
 * @param pass its number, 0 for none
 * @param plan where its {@link PassPlan} lies, null for none
 */
public record PassMark(long pass, @Nullable String plan) {
    /** Name of the table property. */
    public static final String PROPERTY = "millrace.exact-pass";

    public PassMark {
        if (pass < 0 || (pass == 0) != (plan == null)) {
            throw new IllegalArgumentException("Cannot make mark of an exact pass: " + pass + ", plan " + plan);
        }
    }

    /** The mark of a table that no pass has touched. */
    public static PassMark none() {
        return new PassMark(0, null);
    }

    /** Reads the property's value; null where the table has none. */
    public static PassMark parse(@Nullable String value) {
        if (value == null) {
            return none();
        }
        int space = value.indexOf(' ');
        try {
            return new PassMark(Long.parseLong(value.substring(0, Math.max(space, 0))), value.substring(space + 1));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("Cannot read " + PROPERTY + ": '" + value + "'", e);
        }
    }

    /** The property's value. */
    public String value() {
        return pass + " " + plan;
    }
}
