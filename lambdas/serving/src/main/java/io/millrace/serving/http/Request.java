package io.millrace.serving.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A request of an API Gateway REST API (Lambda proxy integration, payload format 1.0).
 *
 * @param method in capitals
 * @param path its parts, decoded, without empty ones: {@code /tables/a/preview} is three
 * @param query the last value of each parameter
 * @param body empty when there is none
 */
public record Request(String method, List<String> path, Map<String, String> query, String body) {
    private static final JsonMapper JSON = new JsonMapper();

    public Request {
        path = List.copyOf(path);
        query = Map.copyOf(query);
    }

    /**
     * Reads one event to its end.
     *
     * @throws IOException when it is no proxy event
     * @throws RefusalException when the sender made a mistake in it
     */
    public static Request read(InputStream in) throws IOException, RefusalException {
        JsonNode event = JSON.readTree(in);
        if (event == null || !event.path("httpMethod").isTextual()) {
            throw new IOException("Cannot read proxy event: it has no httpMethod");
        }
        Map<String, String> query = new TreeMap<>();
        event.path("queryStringParameters")
                .properties()
                .forEach(each -> query.put(each.getKey(), each.getValue().asText()));
        return new Request(
                event.path("httpMethod").asText().toUpperCase(Locale.ROOT),
                parts(event.path("path").asText()),
                query,
                body(event));
    }

    private static List<String> parts(String path) throws RefusalException {
        try {
            return Stream.of(path.split("/"))
                    .filter(part -> !part.isEmpty())
                    // A plus is itself in a path; the decoder is one for forms.
                    .map(part -> URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8))
                    .toList();
        } catch (IllegalArgumentException e) {
            throw new RefusalException(400, "bad_path", "Cannot read the path: a % in it begins no character");
        }
    }

    private static String body(JsonNode event) throws RefusalException {
        String body = event.path("body").asText("");
        if (!event.path("isBase64Encoded").asBoolean()) {
            return body;
        }
        try {
            return new String(Base64.getDecoder().decode(body), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new RefusalException(400, "bad_body", "Cannot read the body: it is no base64");
        }
    }
}
