package io.millrace.evolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContractChangeTest {
    @ParameterizedTest
    @CsvSource({
        "PATCH, 1.2.3, 1.2.4",
        "PATCH, 1.2.3, 1.3.0",
        "PATCH, 1.2.3, 2.0.0",
        "MINOR, 1.2.3, 1.3.0",
        "MINOR, 1.2.3, 1.10.0",
        "MINOR, 1.2.3, 2.0.0",
        "MAJOR, 1.2.3, 2.0.0",
        "MAJOR, 0.1.0, 1.0.0",
        "MAJOR, 9.0.0, 10.0.0"
    })
    void a_version_may_say_as_much_as_changed_or_more(Weight weight, String from, String to) {
        assertThat(change(weight, from, to).versionProblem()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "PATCH, 1.2.3, 1.2.3, 1.2.4 (another patch)",
        "MINOR, 1.2.3, 1.2.4, 1.3.0 (another minor)",
        "MAJOR, 1.2.3, 1.3.0, 2.0.0 (another major)",
        "PATCH, 1.2.3, 1.1.9, 1.2.4 (another patch)",
        "MAJOR, 10.0.0, 9.0.0, 11.0.0 (another major)"
    })
    void a_version_that_says_less_is_told_the_lowest_that_would_do(
            Weight weight, String from, String to, String needed) {
        assertThat(change(weight, from, to).versionProblem())
                .contains("version " + to + " does not say what changed since " + from + ": make it " + needed);
    }

    @Test
    void the_heaviest_difference_is_the_verdict() {
        ContractChange change = new ContractChange(
                "parcels",
                "1.0.0",
                "2.0.0",
                List.of(difference(Weight.PATCH, "a"), difference(Weight.MAJOR, "b"), difference(Weight.MINOR, "c")));

        assertThat(change.weight().verdict()).isEqualTo("breaking");
        assertThat(change.breaks()).extracting(Difference::place).containsExactly("b");
        assertThat(Weight.MINOR.verdict()).isEqualTo("compatible");
    }

    @Test
    void a_break_is_named_by_what_breaks_and_by_nothing_else() {
        ContractChange change = change(Weight.MAJOR, "1.0.0", "2.0.0", "b");
        ContractChange withMore = new ContractChange(
                "parcels", "1.1.0", "3.0.0", List.of(difference(Weight.MINOR, "a"), difference(Weight.MAJOR, "b")));

        assertThat(change.breakDigest()).matches("parcels@[0-9a-f]{12}").isEqualTo(withMore.breakDigest());
        assertThat(change.breakDigest())
                .isNotEqualTo(change(Weight.MAJOR, "1.0.0", "2.0.0", "c").breakDigest());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1.2", "1.2.3.4", "1.2.x"})
    void what_is_no_version_is_told(String text) {
        assertThatThrownBy(() -> Version.parse(text)).hasMessageStartingWith("Cannot read version '" + text + "'");
    }

    private static ContractChange change(Weight weight, String from, String to) {
        return change(weight, from, to, "note");
    }

    private static ContractChange change(Weight weight, String from, String to, String place) {
        return new ContractChange("parcels", from, to, List.of(difference(weight, place)));
    }

    private static Difference difference(Weight weight, String place) {
        return new Difference(weight, place, "changed", "it does", Difference.NO_TABLE_CHANGE, List.of());
    }
}
