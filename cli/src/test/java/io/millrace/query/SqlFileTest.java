package io.millrace.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SqlTest {

    @Test
    void fillsNamesIn() {
        assertThat(Sql.read("fold-commits.sql", Map.of("snapshots", "local_bronze.\"t$snapshots\"")))
                .contains("FROM local_bronze.\"t$snapshots\"")
                .doesNotContain("${");
    }

    @Test
    void takesNothingThatCouldEndAName() {
        assertThatThrownBy(() -> Sql.read("fold-commits.sql", Map.of("snapshots", "t; DROP TABLE t")))
                .hasMessage("Cannot put snapshots 't; DROP TABLE t' in SQL");
    }
}
