package io.millrace.contract;

import java.util.Locale;

/** A change made to a text before it is checked. */
public enum Normalization {
    TRIM {
        @Override
        public String apply(String text) {
            return text.strip();
        }
    },
    LOWER {
        @Override
        public String apply(String text) {
            return text.toLowerCase(Locale.ROOT);
        }
    },
    UPPER {
        @Override
        public String apply(String text) {
            return text.toUpperCase(Locale.ROOT);
        }
    };

    /** The normal form of {@code text}; applying it twice changes nothing more. */
    public abstract String apply(String text);
}
