package io.millrace.job.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DaysTest {
    @Test
    void neighboursAreLookedAtTooAndStretchesHaveNoGaps() {
        assertThat(Days.around(List.of(day(1), day(3), day(9))).stretches())
                .containsExactly(
                        new Days.Stretch(LocalDate.parse("2026-02-28"), day(5)), new Days.Stretch(day(8), day(11)));
    }

    @Test
    void noDayIsNoStretch() {
        assertThat(Days.around(List.of()).stretches()).isEmpty();
    }

    private static LocalDate day(int day) {
        return LocalDate.of(2026, 3, day);
    }
}
