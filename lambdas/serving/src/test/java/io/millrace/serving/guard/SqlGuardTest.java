package io.millrace.serving.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SqlGuardTest {
    private final SqlGuard guard = new SqlGuard(Texts.SCOPE, Limits.DEFAULT);

    static Stream<Arguments> attacks() {
        return Texts.lines("attacks.txt").stream().map(line -> {
            String[] parts = line.split("\t", 2);
            return Arguments.of(parts[0], Texts.unescaped(parts[1]));
        });
    }

    static Stream<String> questions() {
        return Texts.lines("questions.txt").stream();
    }

    static Stream<Arguments> giants() {
        return Stream.of(
                Arguments.of("a long text", "SELECT '" + "x".repeat(20_000) + "'"),
                Arguments.of("a long comment", "SELECT 1 --" + "x".repeat(20_000)),
                Arguments.of("many words", "SELECT " + "1, ".repeat(3_000) + "1"),
                Arguments.of("a giant IN list", "SELECT 1 WHERE a IN (" + "1,".repeat(1_000) + "1)"),
                Arguments.of("many rows", "SELECT * FROM (VALUES " + "1,".repeat(1_000) + "1) t (x)"),
                Arguments.of("many columns", "SELECT " + "1,".repeat(1_000) + "1"),
                Arguments.of("many ORs", "SELECT 1 WHERE " + "a OR ".repeat(1_000) + "a"),
                Arguments.of("a long sum", "SELECT " + "1+".repeat(2_000) + "1"),
                Arguments.of("a long sum of minus signs", "SELECT " + "- ".repeat(2_000) + "1"),
                Arguments.of("a chain of NOT", "SELECT " + "NOT ".repeat(2_000) + "true"),
                Arguments.of("open brackets", "SELECT " + "(".repeat(33) + "1" + ")".repeat(33)),
                Arguments.of("brackets by the thousand", "SELECT " + "(".repeat(9_000) + "1" + ")".repeat(9_000)),
                Arguments.of("square brackets", "SELECT " + "ARRAY[".repeat(33) + "1" + "]".repeat(33)),
                Arguments.of("nested queries", "SELECT * FROM " + "(SELECT * FROM ".repeat(40) + "t" + ")".repeat(40)),
                Arguments.of("nested cases", "SELECT " + "CASE WHEN a THEN ".repeat(200) + "1" + " END".repeat(200)),
                Arguments.of("many tables", "SELECT 1 FROM " + "t,".repeat(50) + "t"),
                Arguments.of("many unions", "SELECT 1" + " UNION ALL SELECT 1".repeat(500)),
                Arguments.of("a long path", "SELECT a" + ".a".repeat(2_000)),
                Arguments.of("subscripts", "SELECT a" + "[1]".repeat(1_500)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("attacks")
    void an_attack_is_refused(String rule, String text) {
        assertThat(guard.check(text, 1001))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.rule().word())
                                .as("%s", refused)
                                .isEqualTo(rule));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("giants")
    void a_giant_is_refused(String what, String text) {
        assertThat(guard.check(text, 1001))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.rule()).isEqualTo(Rule.TOO_LARGE));
    }

    @ParameterizedTest
    @MethodSource("questions")
    void a_question_is_let_through_and_stays_the_same_when_asked_again(String text) {
        Verdict verdict = guard.check(text, 1001);
        assertThat(verdict).as(text).isInstanceOf(Allowed.class);
        assertThat(guard.check(((Allowed) verdict).sql(), 1001)).isEqualTo(verdict);
    }

    @Test
    void there_are_enough_of_both() {
        assertThat(attacks().count() + giants().count()).isGreaterThanOrEqualTo(60);
        assertThat(questions().count()).isGreaterThanOrEqualTo(40);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        SELECT x FROM a                          | SELECT x FROM a LIMIT 11
        SELECT x FROM a LIMIT 5                  | SELECT x FROM a LIMIT 5
        SELECT x FROM a LIMIT 500                | SELECT x FROM a LIMIT 11
        SELECT x FROM a LIMIT ALL                | SELECT x FROM a LIMIT 11
        SELECT x FROM a OFFSET 3                 | SELECT x FROM a OFFSET 3 ROWS LIMIT 11
        SELECT x FROM a FETCH FIRST 500 ROWS ONLY | SELECT x FROM a LIMIT 11
        SELECT x FROM a UNION SELECT y FROM b    | SELECT x FROM a UNION SELECT y FROM b LIMIT 11
        (SELECT x FROM a LIMIT 500)              | ( SELECT x FROM a LIMIT 500 ) LIMIT 11
        SELECT x FROM a -- ; LIMIT 1             | SELECT x FROM a LIMIT 11
        """)
    void the_engine_is_asked_for_no_more_rows_than_are_wanted(String text, String run) {
        assertThat(((Allowed) guard.check(text, 11))
                        .sql()
                        .replaceAll("\\s+", " ")
                        .strip())
                .isEqualTo(run);
    }

    @Test
    void a_refusal_says_where() {
        assertThat(guard.check("SELECT *\n  FROM prod_silver.t", 1))
                .isEqualTo(new Refused(Rule.DATABASE, 2, 8, "The database 'prod_silver' cannot be read here"));
    }

    @Test
    void an_answer_repeats_only_the_beginning_of_a_long_name() {
        String name = String.join("", Collections.nCopies(100, "abc"));
        assertThat(guard.check("SELECT * FROM " + name + ".t", 1))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.reason())
                                .hasSizeLessThan(120)
                                .contains("abcabc"));
    }

    @Test
    void parameters_are_counted_wherever_they_stand() {
        assertThat(guard.check("WITH a AS (SELECT ? AS x) SELECT * FROM a WHERE x = ? OR x IN (SELECT ?)", 1))
                .isInstanceOfSatisfying(
                        Allowed.class,
                        allowed -> assertThat(allowed.parameters()).isEqualTo(3));
    }
}
