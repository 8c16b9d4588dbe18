package io.millrace.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0                             | PT0S
            120                           | PT2M
            ' 5 '                         | PT5S
            Sun, 01 Mar 2026 12:00:30 GMT | PT30S
            Sun, 01 Mar 2026 11:00:00 GMT | PT0S
            soon                          |
            -1                            |
            99999999999999999999          |
            """)
    void readsSecondsAndDates(String header, Duration expected) {
        assertThat(RetryAfter.parse(header, NOW).orElse(null)).isEqualTo(expected);
    }
}
