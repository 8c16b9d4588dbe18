package io.millrace.alerts.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/**
 * What Slack refuses, as its reference says: 50 blocks, header of 150 characters, text of 3,000, ten fields of 2,000, ten
 * elements, nothing empty, and 40,000 characters in {@code text}.
 */
final class SlackLimits {
    private SlackLimits() {}

    static void check(JsonNode message) {
        text(message.path("text"), 40_000);
        JsonNode blocks = message.at("/attachments/0/blocks");
        assertThat(blocks.size()).isBetween(1, 50);
        for (JsonNode block : blocks) {
            switch (block.path("type").asText()) {
                case "header" -> text(block.at("/text/text"), 150);
                case "section" -> section(block);
                case "context" -> {
                    assertThat(block.path("elements").size()).isBetween(1, 10);
                    block.path("elements").forEach(element -> text(element.path("text"), 3_000));
                }
                default -> throw new AssertionError("Not a block: " + block);
            }
        }
    }

    private static void section(JsonNode block) {
        assertThat(Set.of(block.has("text"), block.has("fields"))).containsExactlyInAnyOrder(true, false);
        if (block.has("text")) {
            text(block.at("/text/text"), 3_000);
        } else {
            assertThat(block.path("fields").size()).isBetween(1, 10);
            block.path("fields").forEach(field -> text(field.path("text"), 2_000));
        }
    }

    private static void text(JsonNode text, int maxChars) {
        assertThat(text.asText()).isNotBlank();
        assertThat(text.asText().length()).isLessThanOrEqualTo(maxChars);
        assertThat(text.asText().codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE))
                .as("half of a pair")
                .isTrue();
    }
}
