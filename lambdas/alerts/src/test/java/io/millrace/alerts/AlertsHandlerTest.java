package io.millrace.alerts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.alert.Alert;
import io.millrace.alert.AlertJson;
import io.millrace.alert.Severity;
import io.millrace.alerts.fold.Folding;
import io.millrace.alerts.fold.InMemoryAlertLog;
import io.millrace.alerts.slack.FakeSlack;
import io.millrace.alerts.slack.Secret;
import io.millrace.alerts.slack.SlackChannel;
import io.millrace.contract.Contracts;
import io.millrace.invocation.FakeContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole way, from SNS' event to what Slack gets, with Slack and the log of alerts beside it. */
class AlertsHandlerTest {
    private final FakeClock clock = new FakeClock();
    private final FakeSlack slack = new FakeSlack();
    private final ByteArrayOutputStream logged = new ByteArrayOutputStream();
    private final AlertsHandler handler = new AlertsHandler(
            new Alerting(
                    new Completion(Contracts.bundled(), "https://docs.example/runbooks/"),
                    new Folding(new InMemoryAlertLog(), Duration.ofMinutes(15), Duration.ofMinutes(2), clock),
                    new SlackChannel(new Held(slack.url("/services/T0/B0/s3cret")), "test", clock, clock::pass),
                    new DeliveryLog(new PrintStream(logged, true, UTF_8)),
                    clock),
            clock);

    @AfterEach
    void close() {
        slack.close();
    }

    @Test
    void one_message_with_owner_and_runbook_comes_of_two_about_the_same_trouble() throws IOException {
        take("m1", late());
        take("m2", late());
        assertThat(slack.taken())
                .singleElement()
                .asString()
                .contains("orders is late", "*Owner*\\nsales", "<https://docs.example/runbooks/alarms/freshness.md|");
        assertThat(log()).contains("\"became\":\"sent\"", "\"became\":\"folded\"");
    }

    @Test
    void lambdas_next_try_sends_what_slack_did_not_take() throws IOException {
        for (int i = 0; i < 3; i++) {
            slack.then(429, "rate_limited", "20");
        }
        assertThatThrownBy(() -> take("m1", late())).isInstanceOf(DeliveryException.class);
        clock.pass(Duration.ofMinutes(1));
        take("m1", late());
        assertThat(slack.taken()).hasSize(1);
    }

    @Test
    void a_message_that_fails_does_not_keep_the_others_of_its_event() {
        slack.then(400, "invalid_payload", "");
        ObjectNode event = event("m1", late());
        ((ArrayNode) event.path("Records")).add(record("m2", "Something else"));
        assertThatThrownBy(() -> handle(event)).hasMessageContaining("invalid_payload");
        assertThat(slack.taken()).singleElement().asString().contains("Something else");
    }

    @Test
    void no_log_line_tells_the_address() {
        slack.then(403, "no_service", "").then(403, "no_service", "");
        assertThatThrownBy(() -> take("m1", late())).isInstanceOf(DeliveryException.class);
        assertThat(log()).contains("\"became\":\"failed\"", "no_service").doesNotContain("s3cret", "/services");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"Records\": []}", "{\"Records\": [{\"eventSource\": \"aws:sqs\"}]}"})
    void an_event_that_is_not_of_sns_is_refused(String event) {
        assertThatThrownBy(() -> handler.handleRequest(
                        new ByteArrayInputStream(event.getBytes(UTF_8)),
                        new ByteArrayOutputStream(),
                        new FakeContext("alerts", Duration.ofMinutes(1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Cannot read the event");
    }

    @ParameterizedTest
    @CsvSource({
        "MILLRACE_ENV, '', 'MILLRACE_ENV is not set'",
        "MILLRACE_ALERTS_TABLE, '', 'MILLRACE_ALERTS_TABLE is not set'",
        "MILLRACE_SLACK_SECRET, '', 'MILLRACE_SLACK_SECRET is not set'",
        "MILLRACE_FOLD_MINUTES, soon, 'MILLRACE_FOLD_MINUTES is no number of minutes: soon'"
    })
    void a_missing_setting_is_named(String variable, String value, String message) {
        Map<String, String> variables = new HashMap<>(Map.of(
                "MILLRACE_ENV", "test",
                "MILLRACE_ALERTS_TABLE", "alerts",
                "MILLRACE_SLACK_SECRET", "slack",
                "MILLRACE_FOLD_MINUTES", "15"));
        variables.put(variable, value);
        assertThatThrownBy(() -> AlertsSettings.from(variables)).hasMessageContaining(message);
    }

    private String late() {
        return AlertJson.write(Alert.firing(Severity.ERROR, "orders is late", "late/orders", clock.instant())
                        .about("orders", null)
                        .withRunbook("alarms/freshness"))
                .toString();
    }

    private void take(String id, String message) throws IOException {
        handle(event(id, message));
    }

    private void handle(ObjectNode event) throws IOException {
        handler.handleRequest(
                new ByteArrayInputStream(event.toString().getBytes(UTF_8)),
                new ByteArrayOutputStream(),
                new FakeContext("alerts", Duration.ofMinutes(1)));
    }

    private ObjectNode event(String id, String message) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.putArray("Records").add(record(id, message));
        return event;
    }

    private ObjectNode record(String id, String message) {
        ObjectNode record = JsonNodeFactory.instance.objectNode().put("EventSource", "aws:sns");
        record.putObject("Sns")
                .put("MessageId", id)
                .put("Subject", "")
                .put("Message", message)
                .put("Timestamp", clock.instant().toString());
        return record;
    }

    private String log() {
        return logged.toString(UTF_8);
    }

    private record Held(String read) implements Secret {
        @Override
        public String name() {
            return "millrace-test-slack";
        }
    }
}
