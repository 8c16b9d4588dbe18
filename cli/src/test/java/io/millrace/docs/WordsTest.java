package io.millrace.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.millrace.contract.ColumnType;
import io.millrace.contract.Contract;
import io.millrace.contract.Contracts;
import io.millrace.contract.FieldRule;
import io.millrace.contract.Severity;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Period;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WordsTest {
    private static final Severity REJECT = Severity.QUARANTINE;

    static Stream<Arguments> rules() {
        return Stream.of(
                arguments(new FieldRule.Present(), "Should be there; without it the event is kept and counted."),
                arguments(new FieldRule.Length(2, 4, REJECT), "2 to 4 characters."),
                arguments(new FieldRule.Length(null, 4, REJECT), "At most 4 characters."),
                arguments(new FieldRule.Length(2, null, REJECT), "At least 2 characters."),
                arguments(new FieldRule.Matches(Pattern.compile("^s"), REJECT), "Matches ^s."),
                arguments(
                        new FieldRule.NumberRange(BigDecimal.ZERO, false, BigDecimal.TEN, true, Severity.WARN),
                        "At least 0, below 10; anything else is kept and counted."),
                arguments(new FieldRule.NumberRange(BigDecimal.ZERO, true, null, false, REJECT), "Above 0."),
                arguments(
                        new FieldRule.TimeRange(0L, Duration.ofHours(26), REJECT),
                        "Not before 1970-01-01T00:00:00Z, at most 1 day 2 hours after it was received."),
                arguments(new FieldRule.OneOf(Set.of("b", "a"), REJECT), "One of a, b."));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aRuleIsASentence(FieldRule rule, String sentence) {
        assertThat(RuleWords.of(rule, ColumnType.TIMESTAMP)).isEqualTo(sentence);
    }

    @Test
    void aFieldTellsItsWayIntoItsColumnInOrder() {
        Contract users = Contracts.bundled().find("users").orElseThrow();
        Contract orders = Contracts.bundled().find("orders").orElseThrow();

        assertThat(FieldWords.of(users, users.field("phone").orElseThrow()))
                .containsExactly("All but its digits and a leading + is removed.", "Matches ^\\+?1?\\d{9,15}$.");
        assertThat(FieldWords.of(users, users.field("status").orElseThrow()))
                .containsExactly(
                        "White space around it is removed.", "Where absent: UNKNOWN.", "At most 64 characters.");
        assertThat(FieldWords.of(users, users.field("event_timestamp").orElseThrow()))
                .contains("Also taken as timestamp.")
                .anyMatch(words -> words.contains("sentAt"));
        assertThat(FieldWords.of(orders, orders.field("transaction_date").orElseThrow()))
                .noneMatch(words -> words.contains("sentAt"));
        assertThat(FieldWords.of(orders, orders.field("transaction_id").orElseThrow()))
                .contains("Where absent: the value of event_id.");
        assertThat(FieldWords.of(orders, orders.field("amount").orElseThrow())).contains("Rounded to 4 decimals.");
    }

    @Test
    void retentionIsInItsOwnUnits() {
        assertThat(DurationWords.of(Period.of(1, 6, 0))).isEqualTo("1 year 6 months");
        assertThat(DurationWords.of(Period.ZERO)).isEqualTo("0 days");
    }
}
