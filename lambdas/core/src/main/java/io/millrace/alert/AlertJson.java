package io.millrace.alert;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An alert as a message on the topic {@code millrace-ENV-alerts}: {@code {kind: alert, severity, state, title, dedupKey,
 * at, text, dataset, table, owner, channel, runbook, details}}. What is not known is absent. {@code severity} and
 * {@code state} are in lower case.
 */
public final class AlertJson {
    public static final String KIND = "alert";

    private AlertJson() {}

    public static ObjectNode write(Alert alert) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("kind", KIND);
        json.put("severity", word(alert.severity()));
        json.put("state", word(alert.state()));
        json.put("title", alert.title());
        json.put("dedupKey", alert.dedupKey());
        json.put("at", alert.at().toString());
        if (!alert.text().isEmpty()) {
            json.put("text", alert.text());
        }
        put(json, "dataset", alert.dataset());
        put(json, "table", alert.table());
        put(json, "owner", alert.owner());
        put(json, "channel", alert.channel());
        put(json, "runbook", alert.runbook());
        if (!alert.details().isEmpty()) {
            alert.details().forEach(json.putObject("details")::put);
        }
        return json;
    }

    /**
     * Reads a message. Lenient to senders in a hurry: without {@code severity} it is an error, without {@code state} it
     * goes on, without {@code dedupKey} its title is the key, without {@code at} it is of now.
     *
     * @throws IllegalArgumentException if it has no title, or a value that cannot be read
     */
    public static Alert read(JsonNode json, Instant now) {
        String title = json.path("title").asText("");
        Map<String, String> details = new LinkedHashMap<>();
        json.path("details")
                .properties()
                .forEach(each -> details.put(
                        each.getKey(),
                        each.getValue().isValueNode()
                                ? each.getValue().asText()
                                : each.getValue().toString()));
        return new Alert(
                choice(Severity.class, json.path("severity").asText("error")),
                choice(AlertState.class, json.path("state").asText("firing")),
                title,
                json.path("dedupKey").asText(title),
                at(json, now),
                json.path("text").asText(""),
                text(json, "dataset"),
                text(json, "table"),
                text(json, "owner"),
                text(json, "channel"),
                text(json, "runbook"),
                details);
    }

    private static Instant at(JsonNode json, Instant now) {
        String at = json.path("at").asText("");
        try {
            return at.isEmpty() ? now : Instant.parse(at);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("Cannot read the alert's time: " + at, e);
        }
    }

    private static <E extends Enum<E>> E choice(Class<E> type, String word) {
        try {
            return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("Cannot read the alert's " + type.getSimpleName() + ": " + word, e);
        }
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static void put(ObjectNode json, String name, @Nullable String value) {
        if (value != null) {
            json.put(name, value);
        }
    }

    private static @Nullable String text(JsonNode json, String name) {
        String text = json.path(name).asText("");
        return text.isBlank() ? null : text;
    }
}
