package io.millrace.cdc;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes numbers that count from the epoch or from midnight as ISO 8601, without a zone, since the source knew none. */
final class EpochText {
    private static final long MAX_DAYS = 365_000_000L;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private EpochText() {}

    /** {@code yyyy-MM-dd}; null when it is beyond what a calendar has. */
    static @Nullable String date(long days) {
        return Math.abs(days) > MAX_DAYS ? null : LocalDate.ofEpochDay(days).toString();
    }

    /** {@code yyyy-MM-ddTHH:mm:ss} and as much of a fraction as there is. */
    static String timestamp(long value, long perSecond) {
        return LocalDateTime.ofEpochSecond(
                        Math.floorDiv(value, perSecond),
                        nanos(Math.floorMod(value, perSecond), perSecond),
                        ZoneOffset.UTC)
                .format(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
    }

    /** {@code [-]HH:mm:ss} and a fraction; MySQL's times go below 0 and beyond 24 hours, PostgreSQL's to 24:00:00. */
    static String time(long value, long perSecond) {
        long seconds = Math.abs(value / perSecond);
        String fraction = fraction(nanos(Math.abs(value % perSecond), perSecond));
        return (value < 0 ? "-" : "")
                + String.format(Locale.ROOT, "%02d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60)
                + fraction;
    }

    private static int nanos(long part, long perSecond) {
        return (int) (part * (NANOS_PER_SECOND / perSecond));
    }

    private static String fraction(int nanos) {
        if (nanos == 0) {
            return "";
        }
        String digits = String.format(Locale.ROOT, "%09d", nanos);
        int end = digits.length();
        while (digits.charAt(end - 1) == '0') {
            end--;
        }
        return "." + digits.substring(0, end);
    }
}
