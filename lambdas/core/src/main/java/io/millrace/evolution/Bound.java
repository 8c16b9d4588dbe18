package io.millrace.evolution;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One end of what a rule allows.
 *
 * @param value null for open
 * @param exclusive the value itself is not allowed
 * @param text the value as a person would write it
 */
record Bound(String name, Side side, @Nullable BigDecimal value, boolean exclusive, String text) {
    enum Side {
        LOWER,
        UPPER
    }

    static Bound open(String name, Side side) {
        return new Bound(name, side, null, false, "none");
    }

    /** Positive if {@code next} lets less through, negative if it lets more through, 0 if the same. */
    int tightens(Bound next) {
        if (value == null || next.value == null) {
            return Boolean.compare(next.value != null, value != null);
        }
        int moved = next.value.compareTo(value);
        if (moved != 0) {
            return side == Side.LOWER ? moved : -moved;
        }
        return Boolean.compare(next.exclusive, exclusive);
    }

    @Override
    public String toString() {
        return exclusive ? text + " (exclusive)" : text;
    }
}
