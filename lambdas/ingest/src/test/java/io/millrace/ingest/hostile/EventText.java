package io.millrace.ingest.hostile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Events as text: good ones, and those that are wrong in one place. */
final class EventText {
    private EventText() {}
    /** The answer to a bad event that stands between two good ones. */
    static String between(String rule) {
        return "207 accepted," + rule + ",accepted";
    }

    static String array(String... events) {
        return "[" + String.join(",", events) + "]";
    }

    static String[] many(int count, String event) {
        String[] events = new String[count];
        Arrays.fill(events, event);
        return events;
    }

    static String good(String id) {
        return """
                {"event_id":"hostile-%s","event_type":"click","event_timestamp":"2026-03-01T11:59:58Z","user_id":"u"}""".formatted(id);
    }

    /** A good event but for one field, which stands where it would have stood. */
    static String with(String id, String field, String json) {
        String event = good(id);
        int at = event.indexOf("\"" + field + "\":");
        if (at < 0) {
            return event.substring(0, event.length() - 1) + ",\"" + field + "\":" + json + "}";
        }
        int value = at + field.length() + 3;
        return event.substring(0, value) + json + event.substring(event.indexOf('"', value + 1) + 1);
    }

    static String[] withEach(String field, List<String> values) {
        List<String> events = new ArrayList<>(List.of(good("a")));
        values.forEach(value -> events.add(with("b", field, value)));
        events.add(good("c"));
        return events.toArray(String[]::new);
    }

    static String unknownFields(String id, int count) {
        StringBuilder event = new StringBuilder(good(id));
        event.setLength(event.length() - 1);
        for (int i = 0; i < count; i++) {
            event.append(",\"x").append(i).append("\":").append(i);
        }
        return event.append('}').toString();
    }

    static String ofDataset(String json, String id) {
        return "{\"dataset\":" + json + "," + good(id).substring(1);
    }

    static String big(String id, int bytes) {
        return with(id, "properties", "{\"x\":\"" + "x".repeat(bytes) + "\"}");
    }
}
