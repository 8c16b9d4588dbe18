package io.millrace.alerts.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.alert.Alert;
import io.millrace.alert.AlertState;
import io.millrace.alert.Severity;
import io.millrace.alerts.Delivery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlackMessageTest {
    private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");

    private final SlackMessage message = new SlackMessage("prod");

    @Test
    void a_message_says_what_it_is_about_who_should_look_and_what_to_do() {
        JsonNode written = write(
                Alert.firing(Severity.CRITICAL, "orders is late", "orders", AT)
                        .saying("Newest row: 11:20")
                        .about("orders", "orders_silver")
                        .ownedBy("sales", "#sales-data")
                        .withRunbook("https://docs.example/alarms/freshness.md")
                        .with("Delay", "40 min"),
                0);
        assertThat(written.path("text").asText()).isEqualTo("CRITICAL: orders is late");
        JsonNode blocks = written.at("/attachments/0/blocks");
        assertThat(blocks.at("/0/text/text").asText()).isEqualTo("CRITICAL: orders is late");
        assertThat(blocks.at("/1/text/text").asText()).isEqualTo("Newest row: 11:20");
        assertThat(texts(blocks.at("/2/fields")))
                .containsExactly(
                        "*Owner*\nsales",
                        "*Channel*\n#sales-data",
                        "*Dataset*\norders",
                        "*Table*\norders_silver",
                        "*Runbook*\n<https://docs.example/alarms/freshness.md|What to do>");
        assertThat(texts(blocks.at("/3/fields"))).containsExactly("*Delay*\n40 min");
        assertThat(blocks.at("/4/elements/0/text").asText())
                .isEqualTo("Millrace prod · <!date^1772366400^{date_short_pretty} {time_secs}|2026-03-01T12:00:00Z>");
    }

    @Test
    void what_is_not_known_is_left_out() {
        JsonNode blocks =
                write(Alert.firing(Severity.INFO, "Hello", "hello", AT), 0).at("/attachments/0/blocks");
        assertThat(blocks).hasSize(2);
    }

    @Test
    void an_end_says_so_and_how_often_it_was_told() {
        JsonNode written = write(
                Alert.firing(Severity.CRITICAL, "orders is late", "orders", AT).in(AlertState.RESOLVED), 3);
        assertThat(written.path("text").asText()).isEqualTo("RESOLVED: orders is late");
        assertThat(written.toString()).contains("it was told 3 times more since the last message");
        assertThat(write(Alert.firing(Severity.INFO, "t", "k", AT), 1).toString())
                .contains("it was told once more since the last message");
    }

    @Test
    void the_words_of_others_call_nobody_and_hide_no_link() {
        String hostile = "<!channel> <https://evil.example|docs> & @here";
        JsonNode written = write(
                Alert.firing(Severity.INFO, hostile, "k", AT)
                        .saying(hostile)
                        .ownedBy(hostile, hostile)
                        .about(hostile, hostile)
                        .withRunbook("https://a.example/x|<!channel>")
                        .with(hostile, hostile),
                0);
        List<JsonNode> marked = new ArrayList<>();
        written.findParents("verbatim").forEach(marked::add);
        assertThat(marked).isNotEmpty().allSatisfy(text -> {
            assertThat(text.path("verbatim").asBoolean()).isTrue();
            assertThat(text.path("text").asText().replaceAll("<!date\\^[^>]*>", ""))
                    .doesNotContain("<", ">");
        });
        assertThat(written.path("text").asText())
                .isEqualTo("INFO: &lt;!channel&gt; &lt;https://evil.example|docs&gt; &amp; @here");
        assertThat(written.at("/attachments/0/blocks/0/text/type").asText())
                .as("in which Slack reads no markup")
                .isEqualTo("plain_text");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", textBlock = """
            https://docs.example/a.md?b=c&d=e => <https://docs.example/a.md?b=c&amp;d=e|What to do>
            docs/runbooks/ledger.md => docs/runbooks/ledger.md
            javascript:alert(1) => javascript:alert(1)
            https://a.example/<x> => https://a.example/&lt;x&gt;
            """)
    void only_an_address_of_the_web_becomes_a_link(String runbook, String shown) {
        JsonNode written = write(Alert.firing(Severity.INFO, "t", "k", AT).withRunbook(runbook), 0);
        assertThat(written.at("/attachments/0/blocks/1/fields/0/text").asText()).isEqualTo("*Runbook*\n" + shown);
    }

    @Test
    void whatever_comes_stays_within_slacks_limits() {
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            Alert alert = Alert.firing(Severity.WARNING, "t" + text(random, 6000), "k", AT)
                    .saying(text(random, 9000))
                    .about(text(random, 3000), text(random, 3000))
                    .ownedBy(text(random, 3000), text(random, 3000))
                    .withRunbook(random.nextBoolean() ? "https://a.example/" + "x".repeat(4000) : text(random, 4000));
            for (int detail = random.nextInt(40); detail > 0; detail--) {
                alert = alert.with(detail + text(random, 500), text(random, 3000));
            }
            SlackLimits.check(write(alert, random.nextInt(3)));
        }
    }

    /** Of characters that grow when escaped, of pairs that must not be cut, of blanks. */
    private static String text(Random random, int maxLength) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(maxLength);
        String[] parts = {"a", "&", "<", ">", "😀", " ", "\n", "é"};
        while (text.length() < length) {
            text.append(parts[random.nextInt(parts.length)]);
        }
        return text.toString();
    }

    private JsonNode write(Alert alert, int repeated) {
        return message.write(new Delivery(alert, repeated));
    }

    private static List<String> texts(JsonNode fields) {
        List<String> texts = new ArrayList<>();
        fields.forEach(field -> texts.add(field.path("text").asText()));
        return texts;
    }
}
