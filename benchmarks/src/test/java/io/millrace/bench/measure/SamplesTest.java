package io.millrace.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamplesTest {
    @ParameterizedTest(name = "of {0} it is {1}")
    @CsvSource(delimiter = '|', textBlock = """
            3         | 3
            1 9       | 5
            9 1 2     | 2
            8 2 4 100 | 6
            """)
    void theMedianIsTheMiddleWhateverTheOrder(String values, double median) {
        assertThat(samples(values).median()).isEqualTo(median);
    }

    @Test
    void theRatioIsTakenTurnByTurnSoThatASlowTurnSlowsBoth() {
        Samples ours = samples("2 20 2");
        Samples theirs = samples("1 10 4");

        assertThat(ours.per(theirs).values()).containsExactly(2.0, 2.0, 0.5);
    }

    @Test
    void theSumIsTakenTurnByTurn() {
        assertThat(samples("1 2").plus(samples("10 20")).values()).containsExactly(11.0, 22.0);
    }

    @Test
    void refusesToCompareWhatWasNotMeasuredTogether() {
        assertThatThrownBy(() -> samples("1 2").per(samples("1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cannot compare 2 samples with 1");
    }

    @Test
    void refusesToBeEmpty() {
        assertThatThrownBy(() -> new Samples(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    private static Samples samples(String values) {
        return new Samples(
                Arrays.stream(values.split(" ", -1)).map(Double::valueOf).toList());
    }
}
