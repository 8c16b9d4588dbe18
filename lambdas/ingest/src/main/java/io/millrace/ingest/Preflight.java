package io.millrace.ingest;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * A browser's question before it posts (Fetch standard, CORS protocol). A page may send any header: SDKs add their own,
 * CloudEvents one for each attribute, and none that a page can set means anything more here.
 *
 * @param allowedHeaders those that the browser asked for, else those that posts need
 */
record Preflight(String allowedHeaders) implements Routed {
    private static final String USUAL = "authorization, content-type, content-encoding, x-api-key";
    private static final Pattern HEADER_NAMES = Pattern.compile("[A-Za-z0-9_-]{1,64}( ?, ?[A-Za-z0-9_-]{1,64}){0,63}");

    static Preflight of(HttpRequest request) {
        String asked = request.headers().getOrDefault("access-control-request-headers", "");
        return new Preflight(HEADER_NAMES.matcher(asked).matches() ? asked : USUAL);
    }

    HttpAnswer answer() {
        return new HttpAnswer(
                204,
                Map.of(
                        "Access-Control-Allow-Methods", "POST, OPTIONS",
                        "Access-Control-Allow-Headers", allowedHeaders,
                        "Access-Control-Max-Age", "7200",
                        "Vary", "Access-Control-Request-Headers"),
                "");
    }
}
