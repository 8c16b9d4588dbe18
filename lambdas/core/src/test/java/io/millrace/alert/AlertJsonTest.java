package io.millrace.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertJsonTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void what_is_written_is_read_again() {
        Alert whole = Alert.firing(Severity.CRITICAL, "The gate failed", "gate/orders", NOW)
                .in(AlertState.RESOLVED)
                .saying("Score 0.91")
                .about("orders", "daily_sales_metrics")
                .ownedBy("sales", "#sales-data")
                .withRunbook("quality-gate")
                .with("Score", "0.91")
                .with("Check", "category is never null");
        assertThat(AlertJson.read(AlertJson.write(whole), Instant.EPOCH)).isEqualTo(whole);

        Alert least = Alert.firing(Severity.INFO, "Hello", "hello", NOW);
        assertThat(AlertJson.read(AlertJson.write(least), Instant.EPOCH)).isEqualTo(least);
        assertThat(AlertJson.write(least).fieldNames())
                .toIterable()
                .containsExactly("kind", "severity", "state", "title", "dedupKey", "at");
    }

    @Test
    void a_title_is_enough() {
        assertThat(read("{'kind':'alert','title':'Nightly load failed'}"))
                .isEqualTo(Alert.firing(Severity.ERROR, "Nightly load failed", "Nightly load failed", NOW));
    }

    @Test
    void details_of_any_type_become_text() {
        assertThat(read("{'title':'t','details':{'score':0.91,'ok':false,'rows':[1,2]}}")
                        .details())
                .containsExactly(Map.entry("score", "0.91"), Map.entry("ok", "false"), Map.entry("rows", "[1,2]"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {'text':'no title'}                 | Cannot make an alert without a title
            {'title':'t','severity':'urgent'}   | Cannot read the alert's Severity: urgent
            {'title':'t','state':'maybe'}       | Cannot read the alert's AlertState: maybe
            {'title':'t','at':'yesterday'}      | Cannot read the alert's time: yesterday
            """, quoteCharacter = '`')
    void what_cannot_be_read_is_named(String json, String message) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }

    private static Alert read(String json) {
        try {
            return AlertJson.read(new JsonMapper().readTree(json.replace('\'', '"')), NOW);
        } catch (JsonProcessingException e) {
            throw new AssertionError(json, e);
        }
    }
}
