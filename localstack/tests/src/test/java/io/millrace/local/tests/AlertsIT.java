package io.millrace.local.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.millrace.alert.Alert;
import io.millrace.alert.AlertJson;
import io.millrace.alert.AlertState;
import io.millrace.alert.Severity;
import io.millrace.local.platform.Platform;
import io.millrace.target.StackOutputs;
import io.millrace.target.Target;
import io.millrace.target.Targets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.sns.SnsClient;

/** From a topic to what people read: topic, function, secret and the log of alerts are the deployed ones, Slack is not. */
@ExtendWith(LocalPlatform.class)
final class AlertsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Target target = Targets.local(Platform.at(Checkout.root(), Checkout.state()));
    private final String topic = StackOutputs.of(target).need("AlertsTopicArn");
    private final SlackInbox slack = new SlackInbox(target.endpoint().toString());
    private final String title = "Trouble " + UUID.randomUUID();

    @Test
    void two_messages_about_one_trouble_are_one_with_owner_and_runbook_and_its_end_is_told() {
        Alert alert = Alert.firing(Severity.ERROR, title, "it/" + title, Instant.now())
                .about(null, "orders_silver")
                .withRunbook("alarms/freshness");
        publish(AlertJson.write(alert).toString());
        publish(AlertJson.write(alert).toString());
        await().atMost(PATIENCE).until(() -> told(title).path("repeated").asInt() == 1);

        assertThat(slack.with(title)).singleElement().satisfies(message -> {
            assertThat(message).contains("ERROR: ", "*Owner*\\nsales", "*Channel*\\n#sales-data");
            assertThat(slack.page(message)).contains("## What to do");
        });

        publish(AlertJson.write(alert.in(AlertState.RESOLVED)).toString());
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(slack.with(title))
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
        assertThat(slack.with(title))
                .singleElement()
                .asString()
                .contains("CRITICAL: ", "*Owner*\\nsales", "What to do");
    }

    @Test
    void a_test_alert_arrives_though_slack_refuses_it_at_first() {
        slack.refuse("429 1");
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
                        assertThat(slack.with(title)).singleElement().asString().contains("&lt;!channel&gt;"));
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
}
