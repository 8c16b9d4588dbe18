package io.millrace.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.event.Stage;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Requests and results of replays as the command and the function exchange them. */
public final class ReplayJson {
    private ReplayJson() {}

    public static ObjectNode of(ReplayRequest request) {
        ReplayFilter filter = request.filter();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("dataset", filter.dataset());
        json.put("stage", filter.stage() == null ? null : filter.stage().label());
        json.put("rule", filter.rule());
        json.put("reason", filter.reason());
        json.put("source", filter.source());
        json.put("id", filter.id());
        json.put("from", filter.from().toString());
        json.put("to", filter.to().toString());
        json.put("dryRun", request.dryRun());
        json.set("after", of(request.after()));
        return json;
    }

    /** @throws IllegalArgumentException if it asks for what cannot be replayed */
    public static ReplayRequest request(JsonNode json) {
        ReplayFilter filter = new ReplayFilter(
                json.path("dataset").asText(),
                stage(json.path("stage")),
                json.path("rule").asText(),
                json.path("reason").asText(),
                json.path("source").asText(),
                json.path("id").asText(),
                Instant.parse(json.path("from").asText()),
                Instant.parse(json.path("to").asText()));
        return new ReplayRequest(
                filter, cursor(json.path("after")), json.path("dryRun").asBoolean(true));
    }

    public static ObjectNode of(ReplayResult result) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("waitsFor", result.waitsFor());
        json.put("read", result.read());
        json.put("silver", result.silver());
        json.put("duplicates", result.duplicates());
        json.put("control", result.control());
        ObjectNode rules = json.putObject("stillRejected");
        result.stillRejected().forEach(rules::put);
        json.set("next", of(result.next()));
        return json;
    }

    public static ReplayResult result(JsonNode json) {
        Map<String, Long> rules = new TreeMap<>();
        json.path("stillRejected")
                .properties()
                .forEach(rule -> rules.put(rule.getKey(), rule.getValue().asLong()));
        return new ReplayResult(
                json.hasNonNull("waitsFor") ? json.get("waitsFor").asText() : null,
                json.path("read").asLong(),
                json.path("silver").asLong(),
                json.path("duplicates").asLong(),
                json.path("control").asLong(),
                rules,
                cursor(json.path("next")));
    }

    private static JsonNode of(@Nullable Cursor cursor) {
        if (cursor == null) {
            return JsonNodeFactory.instance.nullNode();
        }
        return JsonNodeFactory.instance
                .objectNode()
                .put("receivedAtMicros", cursor.receivedAtMicros())
                .put("position", cursor.position())
                .put("stage", cursor.stage());
    }

    private static @Nullable Cursor cursor(JsonNode json) {
        return json.isObject()
                ? new Cursor(
                        json.path("receivedAtMicros").asLong(),
                        json.path("position").asText(),
                        json.path("stage").asText())
                : null;
    }

    private static @Nullable Stage stage(JsonNode json) {
        return json.isTextual() ? Stage.valueOf(json.asText().toUpperCase(Locale.ROOT)) : null;
    }
}
