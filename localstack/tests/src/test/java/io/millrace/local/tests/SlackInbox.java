package io.millrace.local.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands in for Slack on the platform, and what it got. */
final class SlackInbox {
    private static final Pattern LINK = Pattern.compile("<(http://[^|>]+)\\|What to do>");

    private final HttpClient http = HttpClient.newHttpClient();
    private final String endpoint;

    /** @param endpoint the platform's AWS endpoint */
    SlackInbox(String endpoint) {
        this.endpoint = endpoint;
    }

    /** Messages that contain a text, the oldest first, as JSON. */
    List<String> with(String text) {
        List<String> messages = new ArrayList<>();
        for (JsonNode each : json(send("GET", "/_millrace/slack", "")).path("messages")) {
            String message = each.path("message").toString();
            if (message.contains(text)) {
                messages.add(message);
            }
        }
        return messages;
    }

    /** The page of what to do that a message links to. */
    String page(String message) {
        Matcher link = LINK.matcher(message);
        assertThat(link.find()).as("a link in %s", message).isTrue();
        return send("GET", URI.create(link.group(1)).getPath(), "");
    }

    /** Has it refuse, as {@code 429 1}: once, with that status. */
    void refuse(String fault) {
        send("PUT", "/_millrace/faults/slack", fault);
    }

    private String send(String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(endpoint + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            return response.body();
        } catch (IOException e) {
            throw new AssertionError("Cannot ask " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Cannot ask " + path, e);
        }
    }

    private static JsonNode json(String text) {
        try {
            return new JsonMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }
}
