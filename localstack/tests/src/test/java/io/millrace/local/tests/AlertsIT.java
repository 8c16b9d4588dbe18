package io.millrace.local.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.millrace.alert.Alert;
import io.millrace.alert.AlertJson;
import io.millrace.alert.AlertState;
import io.millrace.alert.Severity;
import io.millrace.local.platform.Platform;
import io.millrace.target.StackOutputs;
import io.millrace.target.Target;
import io.millrace.target.Targets;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.sns.SnsClient;

/** From a topic to what people read: topic, function, secret and the log of alerts are the deployed ones, Slack is not. */
@ExtendWith(LocalPlatform.class)
final class AlertsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern LINK = Pattern.compile("<(http://[^|>]+)\\|What to do>");

    private final Target target = Targets.local(Platform.at(Checkout.root(), Checkout.state()));
    private final String topic = StackOutputs.of(target).need("AlertsTopicArn");
    private final HttpClient http = HttpClient.newHttpClient();
    private final String title = "Trouble " + UUID.randomUUID();

    @Test
    void two_messages_about_one_trouble_are_one_with_owner_and_runbook_and_its_end_is_told() {
        Alert alert = Alert.firing(Severity.ERROR, title, "it/" + title, Instant.now())
                .about(null, "orders_silver")
                .withRunbook("alarms/freshness");
        publish(AlertJson.write(alert).toString());
        publish(AlertJson.write(alert).toString());
        await().atMost(PATIENCE).until(() -> told(title).path("repeated").asInt() == 1);

        assertThat(messages(title)).singleElement().satisfies(message -> {
            assertThat(message).contains("ERROR: ", "*Owner*\\nsales", "*Channel*\\n#sales-data");
            assertThat(page(message)).contains("## What to do");
        });

        publish(AlertJson.write(alert.in(AlertState.RESOLVED)).toString());
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(messages(title))
                        .hasSize(2)
                        .last()
                        .asString()
                        .contains("RESOLVED: ", "it was told once more"));
    }

    @Test
    void an_alarm_that_rings_twice_is_one_message_about_its_dataset() {
        String alarm = """
                {"AlarmName": "%s", "AlarmDescription": "%s\\nSeverity: critical\\nDataset: orders\\nRunbook: alarms/freshness",
                 "NewStateValue": "ALARM", "OldStateValue": "OK", "NewStateReason": "Threshold Crossed",
                 "StateChangeTime": "%s", "Region": "US East (N. Virginia)", "Trigger": {"MetricName": "FreshnessSeconds"}}
                """.formatted(title, title, "2026-03-01T11:55:12.345+0000");
        publish(alarm);
        publish(alarm);
        await().atMost(PATIENCE).until(() -> told(title).path("repeated").asInt() == 1);
        assertThat(messages(title)).singleElement().asString().contains("CRITICAL: ", "*Owner*\\nsales", "What to do");
    }

    @Test
    void a_test_alert_arrives_though_slack_refuses_it_at_first() {
        send("PUT", "/_millrace/faults/slack", "429 1");
        Outcome test = LocalPlatform.millrace("alert", "test", "--severity", "critical", "--dataset", "orders");
        assertThat(test.succeeded().json().path("text").asText()).isEqualTo("CRITICAL: A test of alerts");
        assertThat(test.out()).contains("*Owner*\\nsales");
        assertThat(test.err()).contains("Delivered in");
    }

    @Test
    void a_message_of_no_known_form_arrives_as_text() {
        publish(title + " <!channel>");
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(messages(title)).singleElement().asString().contains("&lt;!channel&gt;"));
    }

    private void publish(String message) {
        try (SnsClient sns = target.clients().sns()) {
            sns.publish(publish -> publish.topicArn(topic).message(message));
        }
    }

    /** What the log of alerts says of the trouble. */
    private JsonNode told(String ofTitle) {
        for (JsonNode entry :
                LocalPlatform.millrace("alert", "list").succeeded().json()) {
            if (entry.path("title").asText().equals(ofTitle)) {
                return entry;
            }
        }
        return MissingNode.getInstance();
    }

    private List<String> messages(String ofTitle) {
        List<String> messages = new ArrayList<>();
        for (JsonNode each : json(send("GET", "/_millrace/slack", "")).path("messages")) {
            String message = each.path("message").toString();
            if (message.contains(ofTitle)) {
                messages.add(message);
            }
        }
        return messages;
    }

    /** The page that a message links to. */
    private String page(String message) {
        Matcher link = LINK.matcher(message);
        assertThat(link.find()).as("a link in %s", message).isTrue();
        return send("GET", URI.create(link.group(1)).getPath(), "");
    }

    private String send(String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(target.endpoint() + path))
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
