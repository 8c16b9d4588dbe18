package io.millrace.ingest.hostile;

import com.fasterxml.jackson.databind.JsonNode;

/** The door's answers in a few words. */
public final class Answers {
    private Answers() {}

    /** As {@link HostileRequest#answer()} has it. */
    public static String summary(int status, JsonNode body) {
        StringBuilder words = new StringBuilder().append(status).append(' ');
        JsonNode events = body.path("events");
        if (events.isMissingNode()) {
            return words.append(body.path("error").asText()).toString();
        }
        for (int i = 0; i < events.size(); ) {
            int next = i + 1;
            while (next < events.size() && word(events.get(next)).equals(word(events.get(i)))) {
                next++;
            }
            words.append(i == 0 ? "" : ",")
                    .append(next - i == 1 ? "" : next - i + " ")
                    .append(word(events.get(i)));
            i = next;
        }
        return words.toString();
    }

    private static String word(JsonNode event) {
        return event.path("rule").asText(event.path("status").asText());
    }
}
