package io.millrace.local.tests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The running API with the platform's own write key. */
final class Ingest {
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final String url;
    private final String key;

    private Ingest(String url, String key) {
        this.url = url;
        this.key = key;
    }

    /** What came back. */
    record Reply(int status, String text) {
        JsonNode json() {
            try {
                return JSON.readTree(text);
            } catch (IOException e) {
                throw new AssertionError("Not JSON: " + text, e);
            }
        }
    }

    static Ingest ofPlatform() {
        JsonNode outputs = LocalPlatform.millrace("outputs").succeeded().json();
        return new Ingest(
                outputs.get("ingestUrl").asText(), outputs.get("writeKey").asText());
    }

    Reply post(String path, byte[] body) {
        return post(path, body, Map.of());
    }

    /** @param headers beside the key and a JSON content type, or in their place */
    Reply post(String path, byte[] body, Map<String, String> headers) {
        Map<String, String> all = new HashMap<>(Map.of("X-Api-Key", key, "Content-Type", "application/json"));
        all.putAll(headers);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofSeconds(60))
                .POST(BodyPublishers.ofByteArray(body));
        all.forEach(request::setHeader);
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            return new Reply(response.statusCode(), response.body());
        } catch (IOException e) {
            throw new AssertionError("No answer from " + url + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
