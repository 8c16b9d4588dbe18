package io.millrace.ingest.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Requests with what they are answered, as they are made. */
final class Cases {
    private final List<HostileRequest> all = new ArrayList<>();

    void add(String name, String body, String answer) {
        add(name, body.getBytes(UTF_8), answer);
    }

    void add(String name, byte[] body, String answer) {
        add(name, "/v1/events/app_events", Map.of(), body, answer);
    }

    void add(String name, String path, String body, String answer) {
        add(name, path, Map.of(), body.getBytes(UTF_8), answer);
    }

    void add(String name, String path, Map<String, String> headers, byte[] body, String answer) {
        all.add(new HostileRequest(name, path, headers, body, answer));
    }

    List<HostileRequest> all() {
        return List.copyOf(all);
    }
}
