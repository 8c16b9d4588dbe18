package io.millrace.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where a request carries its key besides the body. */
final class Credential {
    private Credential() {}

    /** What stands in {@code x-api-key}, which API Gateway has checked too; null for nothing. */
    static @Nullable String apiKey(HttpRequest request) {
        return filled(request.header("x-api-key"));
    }

    /** As SDKs send it: in {@code x-api-key}, as the user of Basic or as Bearer; null for nothing. */
    static @Nullable String ofSdk(HttpRequest request) {
        String apiKey = apiKey(request);
        return apiKey != null ? apiKey : authorization(request.headers().getOrDefault("authorization", ""));
    }

    private static @Nullable String authorization(String header) {
        String[] parts = header.strip().split("\\s+", 2);
        if (parts.length < 2) {
            return null;
        }
        return switch (parts[0].toLowerCase(Locale.ROOT)) {
            case "basic" -> user(parts[1]);
            case "bearer" -> filled(parts[1]);
            default -> null;
        };
    }

    private static @Nullable String user(String encoded) {
        try {
            String pair = new String(Base64.getDecoder().decode(encoded), UTF_8);
            int colon = pair.indexOf(':');
            return filled(colon < 0 ? pair : pair.substring(0, colon));
        } catch (IllegalArgumentException e) {
            return null; // no key that anybody could know
        }
    }

    private static @Nullable String filled(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
