package io.millrace.ingest;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Events of the bundled contracts, as text. */
final class Events {
    private Events() {}

    static String app(String id) {
        return app(id, "u-1");
    }

    static String app(String id, String user) {
        return """
                {"event_id":"%s","event_type":"click","event_timestamp":"2026-03-01T11:59:58Z","user_id":"%s"}""".formatted(id, user);
    }

    /** Breaks the contract: no time. */
    static String broken(String id) {
        return """
                {"event_id":"%s","event_type":"click","user_id":"u-1"}""".formatted(id);
    }

    static String withoutId() {
        return """
                {"event_type":"click","event_timestamp":"2026-03-01T11:59:58Z","user_id":"u-1"}""";
    }

    static String ofDataset(String dataset, String event) {
        return "{\"dataset\":\"" + dataset + "\"," + event.substring(1);
    }

    static String array(String... events) {
        return "[" + String.join(",", events) + "]";
    }

    static String appArray(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> app("e-" + i, "u-" + i))
                .collect(Collectors.joining(",", "[", "]"));
    }

    /** Of exactly that many bytes. */
    static String ofSize(String id, int bytes) {
        String plain = app(id);
        String filler = ",\"properties\":{\"x\":\"\"}}";
        int pad = bytes - (plain.length() - 1) - filler.length();
        return plain.substring(0, plain.length() - 1) + ",\"properties\":{\"x\":\"" + "x".repeat(pad) + "\"}}";
    }
}
