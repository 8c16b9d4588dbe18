package io.millrace.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IsoTimeTest {
    @ParameterizedTest
    @CsvSource({
        "2026-03-01T12:00:00Z,                2026-03-01T12:00:00Z",
        "2026-03-01T12:00Z,                   2026-03-01T12:00:00Z",
        "2026-03-01T12:00:00.1Z,              2026-03-01T12:00:00.100Z",
        "2026-03-01T12:00:00.123456Z,         2026-03-01T12:00:00.123456Z",
        "2026-03-01T12:00:00.123456999Z,      2026-03-01T12:00:00.123456Z",
        "2026-03-01T12:00:00+01:00,           2026-03-01T11:00:00Z",
        "2026-03-01T12:00:00+0530,            2026-03-01T06:30:00Z",
        "2026-03-01T12:00:00-08,              2026-03-01T20:00:00Z",
        "2024-02-29T00:00:00Z,                2024-02-29T00:00:00Z",
        "1969-12-31T23:59:59.5Z,              1969-12-31T23:59:59.500Z",
        "0001-01-01T00:00:00Z,                0001-01-01T00:00:00Z",
        "9999-12-31T23:59:59.999999Z,         9999-12-31T23:59:59.999999Z",
    })
    void timesWithAZoneAreMoments(String text, String moment) {
        Instant expected = Instant.parse(moment);
        assertThat(IsoTime.micros(text)).hasValue(expected.getEpochSecond() * 1_000_000 + expected.getNano() / 1000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "now",
                "2026-03-01",
                "2026-03-01T12:00:00",
                "2026-03-01 12:00:00Z",
                "2026-03-01T12Z",
                "2026-03-01T12:00:00.Z",
                "2026-03-01T12:00:00Z ",
                "2026-03-01T12:00:00z",
                "2026-03-01T24:00:00Z",
                "2026-03-01T12:60:00Z",
                "2026-03-01T12:00:60Z",
                "2026-03-01T12:00:00+1",
                "2026-03-01T12:00:00+01:0",
                "2026-03-01T12:00:00+01:",
                "2026-03-01T12:00:00+19:00",
                "2026-00-01T12:00:00Z",
                "2026-13-01T12:00:00Z",
                "2026-02-29T12:00:00Z",
                "0000-01-01T00:00:00Z",
                "0001-01-01T00:00:00+01:00",
                "12026-01-01T00:00:00Z",
                "-2026-01-01T00:00:00Z",
                "2026-03-01T12:00:00[UTC]",
                "２026-03-01T12:00:00Z",
                "2026-07-29T29:10:49Z",
            })
    void otherTextsAreNone(String text) {
        assertThat(IsoTime.micros(text)).isEmpty();
    }

    @Test
    void aTimeThatLacksOnlyItsZoneIsTold() {
        assertThat(IsoTime.lacksZone("2026-03-01T12:00:00")).isTrue();
        assertThat(IsoTime.lacksZone("2026-03-01T12:00:00Z")).isFalse();
        assertThat(IsoTime.lacksZone("2026-03-01")).isFalse();
    }

    @Test
    void daysAreCountedFromTheEpoch() {
        assertThat(IsoTime.days("1970-01-02")).hasValue(1);
        assertThat(IsoTime.days("1969-12-31")).hasValue(-1);
        assertThat(IsoTime.days("1970-1-2")).isEmpty();
        assertThat(IsoTime.days("1970-01-02Z")).isEmpty();
        assertThat(IsoTime.days("2026-02-30")).isEmpty();
    }
}
