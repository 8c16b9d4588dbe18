package io.millrace.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.audit.Lake;
import java.util.List;
import org.junit.jupiter.api.Test;

class SqlFileTest {

    private final SqlFile commits = SqlFile.beside(Lake.class, "fold-commits.sql");

    @Test
    void fillsNamesIn() {
        assertThat(commits.with("snapshots", "local_bronze.\"t$snapshots\"").text())
                .contains("FROM local_bronze.\"t$snapshots\"")
                .doesNotContain("${");
    }

    @Test
    void takesNothingThatCouldEndAName() {
        assertThatThrownBy(() -> commits.with("snapshots", "t; DROP TABLE t"))
                .hasMessage("Cannot put snapshots 't; DROP TABLE t' in SQL");
    }

    @Test
    void putsStatementsTogether() {
        SqlFile a = commits.with("snapshots", "a");
        SqlFile b = commits.with("snapshots", "b");

        assertThat(SqlFile.union(List.of(a, b)).text()).isEqualTo(a.text() + "\nUNION ALL\n" + b.text());
        assertThat(commits.with("snapshots", a).text()).contains("FROM " + a.text());
    }
}
