package io.millrace.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.contract.Contracts;
import io.millrace.contract.EpochMicros;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An event's time is by its sender's clock; where the sender says when it sent, its clock's error is taken out. */
class SenderClockTest {
    private static final Instant RECEIVED_AT = Instant.parse("2026-03-01T12:00:00Z");

    private final EventChecker checker =
            new EventChecker(Contracts.bundled().find("sensors").orElseThrow());

    @ParameterizedTest(name = "{0} sent at {1} happened at {2}")
    @CsvSource(textBlock = """
            2026-03-01T11:59:00Z,        2026-03-01T12:00:00Z,   2026-03-01T11:59:00Z
            2026-03-01T11:58:00Z,        2026-03-01T11:59:00Z,   2026-03-01T11:59:00Z
            2026-03-01T12:09:00Z,        2026-03-01T12:10:00Z,   2026-03-01T11:59:00Z
            2015-06-01T00:00:00Z,        2015-06-01T00:01:00Z,   2026-03-01T11:59:00Z
            2031-01-01T00:00:00Z,        2031-01-01T00:01:00Z,   2026-03-01T11:59:00Z
            2026-03-01T11:59:00.250001Z, 2026-03-01T11:59:59.5Z, 2026-03-01T11:59:00.750001Z
            0001-01-01T00:00:00Z,        0001-01-01T00:00:00Z,   2026-03-01T12:00:00Z
            9999-12-31T23:59:59Z,        9999-12-31T23:59:59Z,   2026-03-01T12:00:00Z
            """)
    void theTimeIsCorrectedByTheErrorOfTheSendersClock(Instant claimed, Instant sentAt, Instant happened) {
        Verdict ofEvent = check(claimed, "\"" + sentAt + "\"", null);
        Verdict ofRequest = check(claimed, null, sentAt);

        assertThat(time(ofEvent)).isEqualTo(happened);
        assertThat(time(ofRequest)).isEqualTo(happened);
        assertThat(ofEvent.claimed().eventTimestampMicros())
                .as("the original, for bronze")
                .isEqualTo(EpochMicros.of(claimed));
    }

    @ParameterizedTest(name = "{0} sent at {1}")
    @CsvSource(textBlock = """
            2019-01-01T00:00:00Z, 2026-03-01T12:00:00Z
            2026-03-01T12:00:00Z, 2015-01-01T00:00:00Z
            2026-03-01T12:00:00Z, 9999-01-01T00:00:00Z
            9999-12-31T00:00:00Z, 0001-01-01T00:00:00Z
            """)
    void theCorrectedTimeIsHeldToTheBounds(Instant claimed, Instant sentAt) {
        assertThat(check(claimed, null, sentAt))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.rule() + " " + rejected.pointer())
                                .isEqualTo("range /event_timestamp"));
    }

    @Test
    void theRequestKnowsBetterThanTheEventWhenItWasSent() {
        Instant claimed = Instant.parse("2026-03-01T11:59:00Z");

        assertThat(time(check(claimed, "\"2026-03-01T09:00:00Z\"", RECEIVED_AT.minusSeconds(10))))
                .isEqualTo(claimed.plusSeconds(10));
    }

    @Test
    void anUnreadableSentAtIsAWarningAndCorrectsNothing() {
        Instant claimed = Instant.parse("2026-03-01T11:59:00Z");
        Accepted accepted = (Accepted) check(claimed, "\"just now\"", null);

        assertThat(time(accepted)).isEqualTo(claimed);
        assertThat(accepted.warnings())
                .extracting(warning -> warning.rule() + " " + warning.pointer())
                .containsExactly("type /sentAt");
    }

    @Test
    void sentAtAndDatasetAreNeverUnknownFields() {
        assertThat(((Accepted) check(RECEIVED_AT, "null", null)).unknownFields())
                .isZero();
    }

    private Verdict check(Instant claimed, @Nullable String sentAt, @Nullable Instant requestSentAt) {
        byte[] json = ("{\"dataset\":\"sensors\",\"event_id\":\"e1\",\"sensor_id\":\"s1\",\"metric\":\"m\",\"value\":1,"
                        + (sentAt == null ? "" : "\"sentAt\":" + sentAt + ",")
                        + "\"event_timestamp\":\"" + claimed + "\"}")
                .getBytes(UTF_8);
        return checker.check(json, 0, json.length, new Arrival(RECEIVED_AT, "tests", requestSentAt));
    }

    private static Instant time(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Accepted.class);
        return EpochMicros.toInstant((Long) Objects.requireNonNull(((Accepted) verdict).values()[4]));
    }
}
