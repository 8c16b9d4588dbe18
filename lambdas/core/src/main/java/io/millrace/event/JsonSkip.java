package io.millrace.event;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Finds where JSON values in UTF-8 end, and makes nothing of them. It is sure only of what is JSON by the letter of
 * RFC 8259 and within what {@link Json} reads: what it is not sure of may be JSON all the same. Whether texts are valid
 * UTF-8 is not looked at.
 */
final class JsonSkip {
    /** In place of an offset. */
    static final int UNSURE = -1;

    private static final int MAX_DEPTH = 32;
    static final int MAX_NAME_BYTES = 1_000;
    private static final int MAX_NUMBER_BYTES = 32;

    /** Eight bytes are looked at in one step, the first in the lowest bits: two to three times as fast as one by one. */
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGH_BITS = 0x8080_8080_8080_8080L;
    private static final long QUOTES = '"' * ONES;
    private static final long BACKSLASHES = '\\' * ONES;
    private static final long BLANKS = ' ' * ONES;

    private JsonSkip() {}

    /** The first offset from {@code at} that is no white space; {@code end} if there is none. */
    static int blanks(byte[] json, int at, int end) {
        int i = at;
        while (i < end && json[i] <= ' ' && (json[i] == ' ' || json[i] == '\n' || json[i] == '\r' || json[i] == '\t')) {
            i++;
        }
        return i;
    }

    /** The offset after the value that begins at {@code at}. */
    static int value(byte[] json, int at, int end) {
        return value(json, at, end, 0);
    }

    private static int value(byte[] json, int at, int end, int depth) {
        if (at >= end) {
            return UNSURE;
        }
        return switch (json[at]) {
            case '"' -> text(json, at, end);
            case '{' -> depth < MAX_DEPTH ? object(json, at, end, depth + 1) : UNSURE;
            case '[' -> depth < MAX_DEPTH ? array(json, at, end, depth + 1) : UNSURE;
            case 't' -> word(json, at, end, "true");
            case 'f' -> word(json, at, end, "false");
            case 'n' -> word(json, at, end, "null");
            default -> number(json, at, end);
        };
    }

    private static int object(byte[] json, int at, int end, int depth) {
        int i = blanks(json, at + 1, end);
        if (i < end && json[i] == '}') {
            return i + 1;
        }
        while (true) {
            i = name(json, i, end);
            if (i == UNSURE) {
                return UNSURE;
            }
            i = value(json, blanks(json, i, end), end, depth);
            if (i == UNSURE) {
                return UNSURE;
            }
            i = blanks(json, i, end);
            if (i == end || json[i] != ',') {
                return i < end && json[i] == '}' ? i + 1 : UNSURE;
            }
            i = blanks(json, i + 1, end);
        }
    }

    private static int array(byte[] json, int at, int end, int depth) {
        int i = blanks(json, at + 1, end);
        if (i < end && json[i] == ']') {
            return i + 1;
        }
        while (true) {
            i = value(json, i, end, depth);
            if (i == UNSURE) {
                return UNSURE;
            }
            i = blanks(json, i, end);
            if (i == end || json[i] != ',') {
                return i < end && json[i] == ']' ? i + 1 : UNSURE;
            }
            i = blanks(json, i + 1, end);
        }
    }

    /** The offset after a member's name that begins at {@code at}, and after the colon that follows it. */
    private static int name(byte[] json, int at, int end) {
        int close = text(json, at, end);
        if (close == UNSURE || close - at > MAX_NAME_BYTES) {
            return UNSURE;
        }
        int colon = blanks(json, close, end);
        return colon < end && json[colon] == ':' ? colon + 1 : UNSURE;
    }

    /** The offset after the text whose quote is at {@code at}. */
    static int text(byte[] json, int at, int end) {
        if (at >= end || json[at] != '"') {
            return UNSURE;
        }
        int i = at + 1;
        while (true) {
            i = letters(json, i);
            if (i >= end) {
                return UNSURE;
            }
            byte b = json[i];
            if (b == '"') {
                return i + 1;
            }
            if (b < 0) {
                i++;
            } else {
                i = b == '\\' ? escape(json, i + 1, end) : UNSURE;
                if (i == UNSURE) {
                    return UNSURE;
                }
            }
        }
    }

    /**
     * The first offset of a quote, a backslash, a control character or a byte beyond ASCII. It may lie after the bytes
     * that count.
     */
    static int letters(byte[] json, int at) {
        int i = at;
        for (int last = json.length - Long.BYTES; i <= last; i += Long.BYTES) {
            long eight = (long) EIGHT.get(json, i);
            long quote = eight ^ QUOTES;
            long backslash = eight ^ BACKSLASHES;
            // Each byte's high bit: set where it is one of these; above the lowest of them it may be set wrongly.
            long found = (((quote - ONES) & ~quote) | ((backslash - ONES) & ~backslash) | (eight - BLANKS) | eight)
                    & HIGH_BITS;
            if (found != 0) {
                return i + (Long.numberOfTrailingZeros(found) >>> 3);
            }
        }
        while (i < json.length && json[i] >= ' ' && json[i] != '"' && json[i] != '\\') {
            i++;
        }
        return i;
    }

    /** The offset after the escape whose letter is at {@code at}. */
    static int escape(byte[] json, int at, int end) {
        if (at >= end || json[at] != 'u') {
            return at < end && "\"\\/bfnrt".indexOf(json[at]) >= 0 ? at + 1 : UNSURE;
        }
        int after = at + 5;
        for (int i = at + 1; i < after; i++) {
            if (i >= end || Character.digit(json[i], 16) < 0) {
                return UNSURE;
            }
        }
        return after;
    }

    /** The offset after a number without exponent; the caller sees to it that no letter follows. */
    static int number(byte[] json, int at, int end) {
        int first = at < end && json[at] == '-' ? at + 1 : at;
        int i = digits(json, first, end);
        if (i == first || (json[first] == '0' && i > first + 1)) {
            return UNSURE;
        }
        if (i < end && json[i] == '.') {
            int fraction = i + 1;
            i = digits(json, fraction, end);
            if (i == fraction) {
                return UNSURE;
            }
        }
        return i - at <= MAX_NUMBER_BYTES ? i : UNSURE;
    }

    private static int digits(byte[] json, int at, int end) {
        int i = at;
        while (i < end && json[i] >= '0' && json[i] <= '9') {
            i++;
        }
        return i;
    }

    /** The offset after that word. */
    static int word(byte[] json, int at, int end, String word) {
        int length = word.length();
        if (end - at < length) {
            return UNSURE;
        }
        for (int i = 0; i < length; i++) {
            if (json[at + i] != word.charAt(i)) {
                return UNSURE;
            }
        }
        return at + length;
    }
}
