package io.millrace.send;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;

/** Reads the door's answer to a POST that it took. */
final class Answer {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Answer() {}

    /** @throws IllegalStateException if the answer is not one of the door's */
    static List<Outcome.Rejected> rejected(String body) {
        JsonNode events = read(body).path("events");
        if (!events.isArray()) {
            throw new IllegalStateException("Cannot read the door's answer: it has no events: " + body);
        }
        List<Outcome.Rejected> rejected = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            JsonNode event = events.get(i);
            if (event.path("status").asText().equals("rejected")) {
                rejected.add(new Outcome.Rejected(event.path("index").asInt(i), reason(event)));
            }
        }
        return rejected;
    }

    private static String reason(JsonNode event) {
        String pointer = event.path("pointer").asText();
        return event.path("rule").asText() + (pointer.isEmpty() ? "" : " at " + pointer) + ": "
                + event.path("reason").asText();
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot read the door's answer: " + body, e);
        }
    }
}
