package io.millrace.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EpochMicrosTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            1970-01-01T00:00:00Z,        0
            1970-01-01T00:00:00.000001Z, 1
            1969-12-31T23:59:59.999999Z, -1
            0001-01-01T00:00:00Z,        -62135596800000000
            9999-12-31T23:59:59.999999Z, 253402300799999999
            """)
    void aMomentIsAWholeNumberOfMicroseconds(Instant moment, long micros) {
        assertThat(EpochMicros.of(moment)).isEqualTo(micros);
        assertThat(EpochMicros.toInstant(micros)).isEqualTo(moment);
    }

    @Test
    void finerPartsAreCutOff() {
        assertThat(EpochMicros.of(Instant.parse("2026-03-01T00:00:00.123456789Z")) % 1_000_000)
                .isEqualTo(123_456);
    }

    @Test
    void aMomentBeyondALongIsNone() {
        assertThatThrownBy(() -> EpochMicros.of(Instant.MAX)).isInstanceOf(ArithmeticException.class);
    }
}
