package io.millrace.protocol;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** An event being written out of a message, and where each of its fields came from. */
final class EventText {
    private final StringBuilder json = new StringBuilder(512).append('{');
    private final Map<String, String> origins = new HashMap<>();

    /** Adds a field unless it is there. */
    void add(String field, String pointer, String value) {
        if (origins.putIfAbsent(field, pointer) == null) {
            json.append(json.length() == 1 ? "" : ",")
                    .append(Form.quoted(field))
                    .append(':')
                    .append(value);
        }
    }

    /** Names the place where a field would have been looked for first. */
    void absent(String field, String pointer) {
        origins.putIfAbsent(field, pointer);
    }

    boolean has(String field) {
        return origins.containsKey(field);
    }

    byte[] bytes() {
        return (json + "}").getBytes(StandardCharsets.UTF_8);
    }

    /** Pointers into the message, by the event's fields. */
    Map<String, String> origins() {
        return origins;
    }
}
