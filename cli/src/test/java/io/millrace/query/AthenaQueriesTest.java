package io.millrace.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.athena.model.Datum;
import software.amazon.awssdk.services.athena.model.Row;

class AthenaQueriesTest {
    @Test
    void aRowOfASelectHasACellForEachColumn() {
        assertThat(AthenaQueries.values(row("a\tb", null), 2)).containsExactly("a\tb", null);
        assertThat(AthenaQueries.values(row("a\tb"), 1)).containsExactly("a\tb");
    }

    @Test
    void aLineOfADescribeIsDividedAtItsTabs() {
        assertThat(AthenaQueries.values(row("id\tbigint\tthe\tkey"), 3)).containsExactly("id", "bigint", "the\tkey");
        assertThat(AthenaQueries.values(row("# Partition spec:"), 3)).containsExactly("# Partition spec:", null, null);
    }

    private static Row row(String... values) {
        return Row.builder()
                .data(Arrays.stream(values)
                        .map(value -> Datum.builder().varCharValue(value).build())
                        .toList())
                .build();
    }
}
