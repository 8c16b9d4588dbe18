package io.millrace.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BarTest {
    @ParameterizedTest(name = "{2} of {0} {1}: {3}")
    @CsvSource(textBlock = """
            most,  2.0, 1.99, MET
            most,  2.0, 2.0,  MET
            most,  2.0, 2.01, MISSED
            least, 3.0, 2.99, MISSED
            least, 3.0, 3.0,  MET
            least, 3.0, 3.01, MET
            """)
    void judges(String side, double bound, double measured, Verdict verdict) {
        Bar bar = side.equals("most") ? Bar.atMost(bound, Unit.TIMES) : Bar.atLeast(bound, Unit.TIMES);

        assertThat(bar.verdict(measured)).isEqualTo(verdict);
    }

    @ParameterizedTest(name = "{1} is {2}")
    @CsvSource(delimiter = '|', textBlock = """
            TIMES                  | 1.204    | <= 1.20x
            EVENTS_PER_CORE_SECOND | 400000   | <= 400,000/core-s
            MEGABYTES              | 15       | <= 15.0 MB
            DOLLARS_PER_MILLION    | 0.02     | <= $0.0200/M
            """)
    void saysItsBoundInItsUnit(Unit unit, double bound, String text) {
        assertThat(Bar.atMost(bound, unit).text()).isEqualTo(text);
    }
}
