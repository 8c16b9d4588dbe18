package io.millrace.upkeep;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** Tags by which older states of a table are reached: the last state of each hour, and of each day (UTC). */
public enum TagKind {
    HOURLY(ChronoUnit.HOURS, Duration.ofDays(7), "uuuu-MM-dd'T'HH"),
    DAILY(ChronoUnit.DAYS, Duration.ofDays(30), "uuuu-MM-dd");

    private final ChronoUnit unit;
    private final Duration kept;
    private final String prefix;
    private final DateTimeFormatter format;

    TagKind(ChronoUnit unit, Duration kept, String pattern) {
        this.unit = unit;
        this.kept = kept;
        this.prefix = name().toLowerCase(Locale.ROOT) + "-";
        this.format = new DateTimeFormatterBuilder()
                .appendPattern(pattern)
                .parseDefaulting(ChronoField.HOUR_OF_DAY, 0)
                .toFormatter(Locale.ROOT);
    }

    /** Begin of the hour or day in which a moment lies. */
    public Instant begin(Instant moment) {
        return moment.truncatedTo(unit);
    }

    /** The first moment after the hour or day that begins then. */
    public Instant end(Instant begin) {
        return begin.plus(unit.getDuration());
    }

    /** Until when the tag of the hour or day that begins then is kept. */
    public Instant keptUntil(Instant begin) {
        return end(begin).plus(kept);
    }

    /** Name of the tag, as {@code hourly-2026-11-21T20} or {@code daily-2026-11-21}. */
    public String tag(Instant begin) {
        return prefix + format.format(begin.atZone(ZoneOffset.UTC));
    }

    /** Begin of the hour or day that a tag is of; empty for a tag of another kind, or of somebody else's. */
    public Optional<Instant> begin(String tag) {
        if (!tag.startsWith(prefix)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    LocalDateTime.parse(tag.substring(prefix.length()), format).toInstant(ZoneOffset.UTC));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
