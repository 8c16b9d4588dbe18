package io.millrace.local.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A source's keys from their making to their end, as the door sees them. */
@ExtendWith(LocalPlatform.class)
final class KeysIT {
    private static final String CLICK =
            "{\"type\":\"page\",\"name\":\"Home\",\"anonymousId\":\"a\",\"messageId\":\"keys-it\"}";
    private static final String TRACK = "{\"type\":\"track\",\"event\":\"E\",\"userId\":\"u\"}";

    private final HttpClient http = HttpClient.newHttpClient();
    private final String ingest = LocalPlatform.millrace("outputs")
            .succeeded()
            .json()
            .get("ingestUrl")
            .asText();

    @Test
    void a_key_is_made_scoped_rotated_and_revoked() {
        String first = keys("create", "kiosk", "--dataset", "clickstream", "--origin", "https://kiosk.example")
                .out()
                .strip();
        assertThat(post("/v1/batch", first, "{\"batch\":[" + CLICK + "]}")).isEqualTo(200);
        assertThat(post("/v1/batch", first, "{\"batch\":[" + TRACK + "]}")).isEqualTo(400);
        assertThat(post("/v1/events/app_events", first, "[]")).isEqualTo(403);

        String second = keys("rotate", "kiosk", "--keep", "1h").out().strip();
        assertThat(second).isNotEqualTo(first);
        assertThat(post("/v1/page", first, CLICK)).isEqualTo(200);
        assertThat(post("/v1/page", second, CLICK)).isEqualTo(200);

        Outcome list = keys("list");
        assertThat(list.out()).doesNotContain(first, second);
        List<JsonNode> ofKiosk = new ArrayList<>();
        list.json().forEach(key -> {
            if (key.get("source").asText().equals("kiosk")) {
                ofKiosk.add(key);
            }
        });
        assertThat(ofKiosk).hasSize(2).allSatisfy(key -> {
            assertThat(key.get("status").asText()).isEqualTo("active");
            assertThat(key.get("datasets")).hasToString("[\"clickstream\"]");
            assertThat(key.get("origins")).hasToString("[\"https://kiosk.example\"]");
        });
        assertThat(ofKiosk).extracting(key -> key.has("validUntil")).containsExactly(true, false);

        keys("revoke", ofKiosk.get(0).get("id").asText());
        assertThat(post("/v1/events/clickstream", first, "[]"))
                .as("API Gateway knows at once")
                .isEqualTo(403);
        await().atMost(Duration.ofSeconds(75))
                .untilAsserted(() -> assertThat(post("/v1/page", first, CLICK)).isEqualTo(403));
        assertThat(post("/v1/page", second, CLICK)).isEqualTo(200);
    }

    private static Outcome keys(String... arguments) {
        List<String> command = new ArrayList<>(List.of("keys"));
        command.addAll(List.of(arguments));
        return LocalPlatform.millrace(command.toArray(new String[0])).succeeded();
    }

    private int post(String path, String key, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(ingest + path))
                .header("x-api-key", key)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new AssertionError("Cannot post to " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Cannot post to " + path, e);
        }
    }
}
