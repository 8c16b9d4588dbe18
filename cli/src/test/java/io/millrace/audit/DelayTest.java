package io.millrace.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.audit.Delay.Group;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DelayTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            100x1                 | 100 | 100  | 100
            100x50 200x50         | 100 | 200  | 200
            200x51 100x49         | 200 | 200  | 200
            100x98 900x1 1000x1   | 100 | 900  | 1000
            100x990 5000x10       | 100 | 100  | 5000
            """)
    void countsEachRowOnceInItsPercentiles(String text, long p50, long p99, long max) {
        List<Group> groups = new ArrayList<>();
        for (String part : List.of(text.split(" ", -1))) {
            String[] millisAndRows = part.split("x", -1);
            groups.add(new Group(Long.parseLong(millisAndRows[0]), Long.parseLong(millisAndRows[1])));
        }
        assertThat(Delay.of("t", groups, 0))
                .isEqualTo(new Delay(
                        "t",
                        groups.stream().mapToLong(Group::rows).sum(),
                        Duration.ofMillis(p50),
                        Duration.ofMillis(p99),
                        Duration.ofMillis(max),
                        0));
    }
}
