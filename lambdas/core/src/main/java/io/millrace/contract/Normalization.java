package io.millrace.contract;

import java.util.Locale;
import java.util.regex.Pattern;

/** A change made to a value before it is checked. */
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
    },
    /** Only the digits 0 to 9. A text without any stays, so that a rule can find it wrong instead of absent. */
    DIGITS {
        @Override
        public String apply(String text) {
            String digits = NO_DIGIT.matcher(text).replaceAll("");
            return digits.isEmpty() ? text.strip() : digits;
        }
    },
    /** As {@link #DIGITS}, and a {@code +} before the first digit stays. */
    PHONE {
        @Override
        public String apply(String text) {
            String digits = DIGITS.apply(text);
            int plus = text.indexOf('+');
            boolean leads =
                    plus >= 0 && !NUMBER.matcher(text.substring(0, plus)).find();
            return leads && NUMBER.matcher(digits).find() ? "+" + digits : digits;
        }
    },
    /** Of a timestamp: a date alone, {@code yyyy-MM-dd}, is taken for the start of that UTC day. */
    START_OF_DAY {
        @Override
        public String apply(String text) {
            return DATE.matcher(text).matches() ? text + "T00:00:00Z" : text;
        }
    },
    /** Of a decimal: rounded to the column's scale, half to even, so that 0.1 + 0.2 of a sender's float fits. */
    ROUND {
        @Override
        public String apply(String text) {
            return text;
        }
    };

    private static final Pattern NO_DIGIT = Pattern.compile("[^0-9]+");
    private static final Pattern NUMBER = Pattern.compile("[0-9]");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    /** The normal form of {@code text}; applying it twice changes nothing more. What is about numbers leaves texts be. */
    public abstract String apply(String text);
}
