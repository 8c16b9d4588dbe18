package io.millrace.alerting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;

/** A message as Slack got it, as lines for a terminal. */
public record SlackText(String message) {
    private static final JsonMapper JSON = new JsonMapper();

    /** Title, what is said, and the fields, a line each; what stands small below is left out. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (JsonNode block : blocks()) {
            if (!block.path("type").asText().equals("context")) {
                add(lines, block.path("text"));
                block.path("fields").forEach(field -> add(lines, field));
            }
        }
        return lines;
    }

    private JsonNode blocks() {
        try {
            return JSON.readTree(message).at("/attachments/0/blocks");
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Cannot read a message to Slack: " + message, e);
        }
    }

    private static void add(List<String> lines, JsonNode text) {
        if (text.path("text").isTextual()) {
            lines.add(text.path("text")
                    .textValue()
                    .replace("*\n", ": ")
                    .replace("*", "")
                    .replace("\n", "; "));
        }
    }
}
