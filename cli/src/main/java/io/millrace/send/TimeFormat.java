package io.millrace.send;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** How a file writes its times. */
final class TimeFormat {

    private final Function<String, Instant> reader;

    private TimeFormat(Function<String, Instant> reader) {
        this.reader = reader;
    }

    /**
     * @param pattern a {@link DateTimeFormatter} pattern, or {@code epoch_seconds}, or {@code epoch_millis}
     * @param zone of the clock that a time without an offset was read off
     * @throws IllegalArgumentException if the pattern is none of these
     */
    static TimeFormat of(String pattern, ZoneId zone) {
        return switch (pattern) {
            case "epoch_seconds" -> new TimeFormat(text -> Instant.ofEpochSecond(Long.parseLong(text)));
            case "epoch_millis" -> new TimeFormat(text -> Instant.ofEpochMilli(Long.parseLong(text)));
            default -> {
                DateTimeFormatter formatter = DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
                yield new TimeFormat(text -> instant(formatter, text, zone));
            }
        };
    }

    /** The time in UTC as ISO 8601, or empty when the text does not have this format. */
    Optional<String> toIso(String text) {
        try {
            return Optional.of(reader.apply(text.strip()).toString());
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** A date alone means the first moment of the day. */
    private static Instant instant(DateTimeFormatter formatter, String text, ZoneId zone) {
        TemporalAccessor time = formatter.parseBest(text, ZonedDateTime::from, LocalDateTime::from, LocalDate::from);
        if (time instanceof ZonedDateTime zoned) {
            return zoned.toInstant();
        }
        return time instanceof LocalDateTime local
                ? local.atZone(zone).toInstant()
                : ((LocalDate) time).atStartOfDay(zone).toInstant();
    }
}
