package io.millrace.local.gateway.slack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.millrace.local.gateway.wire.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlackReceiverTest {
    @TempDir
    private Path folder;

    private SlackReceiver slack;

    @BeforeEach
    void start() throws IOException {
        slack = new SlackReceiver(folder.resolve("slack.ndjson"), Clock.systemUTC());
    }

    @Test
    void what_was_posted_is_listed_also_after_a_restart() throws IOException {
        assertThat(post("{\"text\": \"one\"}")).isEqualTo("200 ok");
        assertThat(post("{\"text\": \"two\"}")).isEqualTo("200 ok");
        start();
        assertThat(messages()).hasSize(2);
        assertThat(messages().at("/1/message/text").asText()).isEqualTo("two");
        assertThat(messages().at("/1/at").asText()).isNotEmpty();
    }

    @Test
    void only_the_last_messages_are_kept() throws IOException {
        for (int i = 0; i < SlackMessages.MAX + 5; i++) {
            post("{\"text\": \"" + i + "\"}");
        }
        assertThat(messages()).hasSize(SlackMessages.MAX);
        assertThat(messages().at("/0/message/text").asText()).isEqualTo("5");
        assertThat(Files.readAllLines(folder.resolve("slack.ndjson"))).hasSize(SlackMessages.MAX);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            no json                                                                   | invalid_payload
            []                                                                        | invalid_payload
            {}                                                                        | no_text
            {"blocks": [{"type": "header", "text": {"text": ""}}]}                    | invalid_blocks
            {"blocks": [{"type": "section"}]}                                         | invalid_blocks
            {"blocks": [{"type": "carousel"}]}                                        | invalid_blocks
            {"attachments": [{"blocks": [{"type": "context", "elements": []}]}]}      | invalid_blocks
            """)
    void what_slack_refuses_is_refused_with_its_word(String body, String word) throws IOException {
        assertThat(post(body)).isEqualTo("400 " + word);
        assertThat(messages()).isEmpty();
    }

    @Test
    void the_next_posts_can_be_refused() throws IOException {
        slack.setFaults("429 2".getBytes(UTF_8));
        assertThat(slack.answer("POST", "{\"text\": \"a\"}".getBytes(UTF_8)).headers())
                .containsEntry("Retry-After", "1");
        assertThat(post("{\"text\": \"a\"}")).isEqualTo("429 rate_limited");
        assertThat(post("{\"text\": \"a\"}")).isEqualTo("200 ok");
        slack.setFaults("500 1".getBytes(UTF_8));
        assertThat(post("{\"text\": \"b\"}")).isEqualTo("500 fault");
        assertThat(messages()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "429", "200 1", "429 many"})
    void faults_that_cannot_be_meant_are_refused(String text) {
        assertThat(slack.setFaults(text.getBytes(UTF_8)).status()).isEqualTo(400);
    }

    @Test
    void pages_of_runbooks_are_served_and_nothing_else() throws IOException {
        Files.createDirectories(folder.resolve("runbooks/alarms"));
        Files.writeString(folder.resolve("runbooks/alarms/a-page.md"), "# A page");
        Files.writeString(folder.resolve("secret.md"), "secret");
        RunbookPages pages = new RunbookPages(folder.resolve("runbooks"));
        assertThat(text(pages.answer("/_millrace/runbooks/alarms/a-page.md"))).isEqualTo("200 # A page");
        assertThat(pages.answer("/_millrace/runbooks/none.md").status()).isEqualTo(404);
        assertThat(pages.answer("/_millrace/runbooks/../secret.md").status()).isEqualTo(404);
    }

    private String post(String body) throws IOException {
        return text(slack.answer("POST", body.getBytes(UTF_8)));
    }

    private static String text(Reply reply) {
        return reply.status() + " " + new String(reply.body(), UTF_8);
    }

    private JsonNode messages() throws IOException {
        return new JsonMapper()
                .readTree(slack.answer("GET", new byte[0]).body())
                .path("messages");
    }
}
