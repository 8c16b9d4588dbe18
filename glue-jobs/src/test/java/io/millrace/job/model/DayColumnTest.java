package io.millrace.job.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DayColumnTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        2026-03-01            | (`d` >= DATE '2026-03-01' AND `d` < DATE '2026-03-02')
        2026-03-02,2026-03-01 | (`d` >= DATE '2026-03-01' AND `d` < DATE '2026-03-03')
        2026-03-01,2026-03-03 | (`d` >= DATE '2026-03-01' AND `d` < DATE '2026-03-02' OR `d` >= DATE '2026-03-03' AND `d` < DATE '2026-03-04')
        """)
    void neighbouringDaysAreOneRange(String days, String sql) {
        Days some =
                Days.of(Arrays.stream(days.split(",", -1)).map(LocalDate::parse).toList());

        assertThat(new DayColumn("d", false).within(some)).isEqualTo(sql);
    }

    @Test
    void aDayOfATimeIsItsTwentyFourHours() {
        assertThat(new DayColumn("t", true).within(Days.of(java.util.List.of(LocalDate.of(2026, 2, 28)))))
                .isEqualTo("(`t` >= TIMESTAMP '2026-02-28 00:00:00' AND `t` < TIMESTAMP '2026-03-01 00:00:00')");
    }

    @Test
    void allDaysAreNoCondition() {
        assertThat(new DayColumn("d", false).within(Days.ALL)).isEqualTo("true");
        assertThat(new DayColumn("d", false).within(Days.NONE)).isEqualTo("false");
    }
}
