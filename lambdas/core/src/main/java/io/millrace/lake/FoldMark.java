package io.millrace.lake;

import java.util.Map;

/**
 * The number of the fold that a table holds last. It is a table property, which moves in the commit of the append and is
 * what decides; each append's snapshot carries its own number in the summary as well, as the trace. Compaction and other
 * maintenance carry neither.
 */
public final class FoldMark {
    /** Name of the table property and of the entry in a snapshot's summary. */
    public static final String KEY = "millrace.fold";

    /** What a table holds to which no fold was ever appended. */
    public static final long NONE = 0;

    /** The mark in a table's properties or a snapshot's summary, {@link #NONE} without one. */
    public static long in(Map<String, String> properties) {
        String mark = properties.get(KEY);
        if (mark == null) {
            return NONE;
        }
        try {
            return Long.parseLong(mark);
        } catch (NumberFormatException e) {
            throw new IllegalStateException("Cannot read property " + KEY + ": '" + mark + "' is not a number", e);
        }
    }

    private FoldMark() {}
}
