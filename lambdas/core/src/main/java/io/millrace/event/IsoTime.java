package io.millrace.event;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.OptionalLong;

/**
 * Reads ISO 8601 times of the one shape that senders use, {@code yyyy-MM-ddTHH:mm[:ss[.fraction]]} with {@code Z} or
 * {@code +hh[[:]mm]}. A fraction finer than microseconds is cut off. Years are 0001 to 9999.
 */
public final class IsoTime {
    public static final long MIN_MILLIS = -62_135_596_800_000L;
    public static final long MAX_MILLIS = 253_402_300_799_999L;

    private static final long MICROS_PER_SECOND = 1_000_000L;
    private static final int LOCAL_LENGTH = "yyyy-MM-ddTHH:mm".length();

    private final byte[] text;
    private final int end;
    private int at;
    private boolean broken;

    private IsoTime(byte[] text, int from, int end) {
        this.text = text;
        this.at = from;
        this.end = end;
    }

    /** Microseconds since the epoch; empty when the text has another shape or names no moment. */
    public static OptionalLong micros(String text) {
        byte[] ascii = text.getBytes(StandardCharsets.US_ASCII); // another letter becomes '?', which no time has
        return micros(ascii, 0, ascii.length);
    }

    /** Of the text that stands in the bytes from {@code from} to before {@code end}. */
    static OptionalLong micros(byte[] text, int from, int end) {
        IsoTime time = new IsoTime(text, from, end);
        long micros = time.read();
        return time.broken || !holds(micros) ? OptionalLong.empty() : OptionalLong.of(micros);
    }

    /** Whether the microseconds are of the years 0001 to 9999. */
    static boolean holds(long micros) {
        return micros >= MIN_MILLIS * 1000 && micros < (MAX_MILLIS + 1) * 1000;
    }

    /** Days since the epoch of {@code yyyy-MM-dd}; empty when the text is no such day. */
    static OptionalLong days(String text) {
        byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
        return days(ascii, 0, ascii.length);
    }

    /** Of the text that stands in the bytes from {@code from} to before {@code end}. */
    static OptionalLong days(byte[] text, int from, int end) {
        IsoTime date = new IsoTime(text, from, end);
        long days = date.date();
        return date.broken || date.at != end ? OptionalLong.empty() : OptionalLong.of(days);
    }

    /** Whether the text is a time that only lacks its zone. */
    public static boolean lacksZone(String text) {
        return text.length() >= LOCAL_LENGTH
                && micros(text).isEmpty()
                && micros(text + "Z").isPresent();
    }

    private long read() {
        long days = date();
        expect('T');
        int hour = number(2, 23);
        expect(':');
        int minute = number(2, 59);
        int second = 0;
        int fraction = 0;
        if (take(':')) {
            second = number(2, 59);
            fraction = take('.') ? fraction() : 0;
        }
        int offsetMinutes = offset();
        broken |= at != end;
        long seconds = ((days * 24 + hour) * 60 + minute - offsetMinutes) * 60 + second;
        return seconds * MICROS_PER_SECOND + fraction;
    }

    private long date() {
        int year = number(4, 9999);
        expect('-');
        int month = number(2, 12);
        expect('-');
        int day = number(2, 31);
        if (broken || year == 0) {
            broken = true;
            return 0;
        }
        try {
            return LocalDate.of(year, month, day).toEpochDay();
        } catch (DateTimeException e) {
            broken = true; // month 0, or a day that its month does not have
            return 0;
        }
    }

    private int offset() {
        if (take('Z')) {
            return 0;
        }
        boolean east = take('+');
        if (!east && !take('-')) {
            broken = true;
            return 0;
        }
        int minutes = number(2, 18) * 60;
        if (at < end) {
            take(':');
            minutes += number(2, 59);
        }
        return east ? minutes : -minutes;
    }

    private int fraction() {
        int start = at;
        int micros = 0;
        while (at < end && isDigit(text[at])) {
            if (at - start < 6) {
                micros = micros * 10 + (text[at] - '0');
            }
            at++;
        }
        broken |= at == start;
        for (int digits = at - start; digits < 6; digits++) {
            micros *= 10;
        }
        return micros;
    }

    private int number(int digits, int max) {
        int value = 0;
        for (int i = 0; i < digits; i++) {
            if (at >= end || !isDigit(text[at])) {
                broken = true;
                return 0;
            }
            value = value * 10 + (text[at++] - '0');
        }
        broken |= value > max;
        return value;
    }

    private void expect(char wanted) {
        broken |= !take(wanted);
    }

    private boolean take(char wanted) {
        if (at < end && text[at] == wanted) {
            at++;
            return true;
        }
        return false;
    }

    private static boolean isDigit(byte c) {
        return c >= '0' && c <= '9';
    }
}
