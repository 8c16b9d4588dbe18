package io.millrace.local.tests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** The running serving API with the platform's own reader's key. */
final class Serving {
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final String url;
    private final String key;

    private Serving(String url, String key) {
        this.url = url;
        this.key = key;
    }

    /** What came back. */
    record Reply(int status, JsonNode body) {
        String error() {
            return body.path("error").asText();
        }
    }

    static Serving ofPlatform() {
        JsonNode outputs = LocalPlatform.millrace("outputs").succeeded().json();
        return new Serving(outputs.get("apiUrl").asText(), outputs.get("apiKey").asText());
    }

    /** The same API with another key; with none if it is empty. */
    Serving as(String otherKey) {
        return new Serving(url, otherKey);
    }

    Reply get(String path) {
        return send(HttpRequest.newBuilder(URI.create(url + path)).GET());
    }

    Reply query(String sql) {
        return query(JSON.createObjectNode().put("sql", sql));
    }

    Reply query(ObjectNode body) {
        return send(HttpRequest.newBuilder(URI.create(url + "/query"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString())));
    }

    private Reply send(HttpRequest.Builder request) {
        if (!key.isEmpty()) {
            request.header("x-api-key", key);
        }
        try {
            HttpResponse<String> response =
                    client.send(request.timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofString());
            return new Reply(response.statusCode(), JSON.readTree(response.body()));
        } catch (IOException e) {
            throw new AssertionError("No answer from " + url, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
