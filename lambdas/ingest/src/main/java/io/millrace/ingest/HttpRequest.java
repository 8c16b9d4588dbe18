package io.millrace.ingest;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as API Gateway hands it over.
 *
 * @param method in capitals
 * @param path without the stage
 * @param query the last value of each parameter
 * @param headers by name in small letters
 * @param body the body as API Gateway wrote it: text in UTF-8, or base64 when {@code base64}
 * @param sourceIp the caller's address, never to be stored
 */
@SuppressWarnings("ArrayRecordComponent") // one per request, never compared
record HttpRequest(
        String method,
        String path,
        Map<String, String> query,
        Map<String, String> headers,
        byte[] body,
        boolean base64,
        @Nullable String sourceIp) {

    HttpRequest {
        query = Map.copyOf(query);
        headers = Map.copyOf(headers);
    }

    /** The value of a header, its name in small letters; null when the request has none. */
    @Nullable
    String header(String name) {
        return headers.get(name);
    }
}
