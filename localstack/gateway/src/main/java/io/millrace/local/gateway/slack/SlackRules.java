package io.millrace.local.gateway.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Slack refuses of a message: too many blocks, texts that are empty or too long.
 *
 * @see <a href="https://docs.slack.dev/reference/block-kit/blocks">Block Kit: blocks and their limits</a>
 */
final class SlackRules {
    private static final int MAX_BLOCKS = 50;
    private static final int MAX_FIELDS = 10;
    private static final int MAX_HEADER_CHARS = 150;
    private static final int MAX_TEXT_CHARS = 3000;
    private static final int MAX_FIELD_CHARS = 2000;

    private SlackRules() {}

    /** Slack's word for what is wrong, or null. */
    static @Nullable String problem(JsonNode message) {
        if (!message.isObject()) {
            return "invalid_payload";
        }
        List<JsonNode> blocks = new ArrayList<>();
        message.path("blocks").forEach(blocks::add);
        message.path("attachments").forEach(each -> each.path("blocks").forEach(blocks::add));
        if (blocks.isEmpty() && message.path("text").asText().isEmpty()) {
            return "no_text";
        }
        boolean allowed = blocks.size() <= MAX_BLOCKS && blocks.stream().allMatch(SlackRules::allowed);
        return allowed ? null : "invalid_blocks";
    }

    private static boolean allowed(JsonNode block) {
        return switch (block.path("type").asText()) {
            case "header" -> text(block.path("text"), MAX_HEADER_CHARS);
            case "section" ->
                (block.has("text") || block.has("fields"))
                        && (!block.has("text") || text(block.path("text"), MAX_TEXT_CHARS))
                        && (!block.has("fields") || texts(block.path("fields"), MAX_FIELD_CHARS));
            case "context" -> texts(block.path("elements"), MAX_TEXT_CHARS);
            case "divider" -> true;
            default -> false;
        };
    }

    private static boolean texts(JsonNode all, int maxChars) {
        boolean allowed = !all.isEmpty() && all.size() <= MAX_FIELDS;
        for (JsonNode each : all) {
            allowed &= text(each, maxChars);
        }
        return allowed;
    }

    private static boolean text(JsonNode text, int maxChars) {
        int length = text.path("text").asText().length();
        return length > 0 && length <= maxChars;
    }
}
