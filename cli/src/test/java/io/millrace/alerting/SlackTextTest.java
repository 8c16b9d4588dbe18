package io.millrace.alerting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SlackTextTest {
    @Test
    void title_text_and_fields_are_a_line_each() {
        SlackText text = new SlackText("""
                {"text": "ERROR: It failed", "attachments": [{"blocks": [
                  {"type": "header", "text": {"type": "plain_text", "text": "ERROR: It failed"}},
                  {"type": "section", "text": {"type": "mrkdwn", "text": "Readers see version 7."}},
                  {"type": "section", "fields": [
                    {"type": "mrkdwn", "text": "*Owner*\\nsales"}, {"type": "mrkdwn", "text": "*Score*\\n0.9"}]},
                  {"type": "context", "elements": [{"type": "mrkdwn", "text": "Millrace local"}]}]}]}""");

        assertThat(text.lines())
                .containsExactly("ERROR: It failed", "Readers see version 7.", "Owner: sales", "Score: 0.9");
    }

    @Test
    void what_is_no_message_is_said() {
        assertThatThrownBy(() -> new SlackText("nothing").lines()).hasMessageContaining("nothing");
    }
}
