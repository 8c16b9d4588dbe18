package io.millrace.dedup;

import java.math.BigInteger;
import java.util.regex.Pattern;

/**
 * The place that a row says it comes from: {@code stream/shard/sequence/index}, or a file and its line. Compares part by
 * part, and parts that are numbers as numbers: a sequence number is written without leading zeros.
 */
public record SourcePosition(String text) implements Comparable<SourcePosition> {
    private static final Pattern SLASH = Pattern.compile("/");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    @Override
    public int compareTo(SourcePosition other) {
        String[] own = SLASH.split(text, -1);
        String[] others = SLASH.split(other.text, -1);
        for (int i = 0; i < Math.min(own.length, others.length); i++) {
            int order = compare(own[i], others[i]);
            if (order != 0) {
                return order;
            }
        }
        // Parts that are equal as numbers may differ as text.
        return own.length != others.length ? Integer.compare(own.length, others.length) : text.compareTo(other.text);
    }

    private static int compare(String one, String other) {
        boolean number = NUMBER.matcher(one).matches();
        if (number != NUMBER.matcher(other).matches()) {
            return number ? -1 : 1;
        }
        return number ? new BigInteger(one).compareTo(new BigInteger(other)) : one.compareTo(other);
    }

    @Override
    public String toString() {
        return text;
    }
}
