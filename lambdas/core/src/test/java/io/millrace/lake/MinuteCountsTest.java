package io.millrace.lake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MinuteCountsTest {
    @ParameterizedTest(name = "{0}: {1} received, {2} bronze, {3} door, {4} silver, {5} row: a gap of {6}")
    @CsvSource({
        "clicks,10,9,1,8,1,0",
        "clicks,10,8,1,7,1,1",
        "clicks,10,9,1,7,1,1",
        "clicks,8,9,1,9,1,3",
        "undecodable,5,0,0,0,0,0"
    })
    void the_gap_is_what_both_equations_are_off_by(
            String dataset, long received, long bronze, long door, long silver, long row, long gap) {
        assertThat(new MinuteCounts(dataset, 7, received, bronze, door, silver, row, 0, 0).gapEvents())
                .isEqualTo(gap);
    }
}
