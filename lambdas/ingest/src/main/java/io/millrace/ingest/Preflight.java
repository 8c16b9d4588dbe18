package io.millrace.ingest;

import java.util.Map;

/** A browser's question before it posts (Fetch standard, CORS protocol). */
record Preflight() implements Routed, Admission {
    HttpAnswer answer() {
        return new HttpAnswer(
                204,
                Map.of(
                        "Access-Control-Allow-Methods", "POST, OPTIONS",
                        "Access-Control-Allow-Headers", "content-type, content-encoding, x-api-key",
                        "Access-Control-Max-Age", "7200"),
                "");
    }
}
