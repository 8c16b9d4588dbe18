package io.millrace.local.gateway.slack;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.millrace.local.gateway.wire.Reply;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * Takes what is posted to an incoming webhook, with Slack's answers: {@code ok}, or the word for what is wrong. {@code GET}
 * lists the last messages; the platform's file of them outlives the process. It can be told to refuse the next few.
 */
public final class SlackReceiver {
    public static final String PATH = "/_millrace/slack";
    public static final String FAULTS = "/_millrace/faults/slack";

    private static final JsonMapper JSON = new JsonMapper();

    private final SlackMessages messages;
    private final SlackFaults faults = new SlackFaults();
    private final Clock clock;

    /** @param file where the messages are kept */
    public SlackReceiver(Path file, Clock clock) throws IOException {
        this.messages = new SlackMessages(file);
        this.clock = clock;
    }

    /** Answers what comes to {@link #PATH}. */
    public Reply answer(String method, byte[] body) throws IOException {
        if (method.equals("GET")) {
            ArrayNode all = JsonNodeFactory.instance.arrayNode();
            messages.all().forEach(all::add);
            return Reply.json(
                    200,
                    JsonNodeFactory.instance.objectNode().set("messages", all).toString());
        }
        return faults.next().orElseGet(() -> take(body));
    }

    /** Answers what comes to {@link #FAULTS}: {@code STATUS TIMES}, as in {@code 429 2}. */
    public Reply setFaults(byte[] body) {
        return faults.set(new String(body, UTF_8).strip())
                ? Reply.json(200, "{}")
                : Reply.json(400, "{\"message\":\"Cannot set faults: send a status and how often, as 429 2\"}");
    }

    private Reply take(byte[] body) {
        JsonNode message;
        try {
            message = JSON.readTree(new String(body, UTF_8));
        } catch (JsonProcessingException e) {
            return text(400, "invalid_payload");
        }
        String problem = SlackRules.problem(message);
        if (problem != null) {
            return text(400, problem);
        }
        messages.add(JsonNodeFactory.instance
                .objectNode()
                .put("at", clock.instant().toString())
                .set("message", message));
        return text(200, "ok");
    }

    static Reply text(int status, String word) {
        return new Reply(status, Map.of("Content-Type", "text/plain"), word.getBytes(UTF_8));
    }
}
