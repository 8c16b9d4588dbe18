package io.millrace.job.quality;

import java.util.Locale;

/** What a check is about, in the words of the Open Data Contract Standard. */
public enum Dimension {
    /** A value is there. */
    COMPLETENESS,
    /** A value is one that may be. */
    ACCURACY,
    /** A row is there once. */
    UNIQUENESS,
    /** What it refers to is there. */
    CONSISTENCY,
    /** Rows are there soon enough. */
    TIMELINESS;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
