package io.millrace.alerts.notice;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.alert.AlarmText;
import io.millrace.alert.Alert;
import io.millrace.alert.AlertState;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;

/**
 * A CloudWatch alarm that changed its state. What an alarm is about stands in the last lines of its description, see
 * {@link AlarmText}. Data that is missing is told like an end, since nobody knows of a trouble then.
 */
final class Alarm implements Shape {
    /** As CloudWatch writes it: {@code 2026-03-01T12:00:00.000+0000}. */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ");

    @Override
    public boolean fits(JsonNode message) {
        return message.path("AlarmName").isTextual()
                && message.path("NewStateValue").isTextual();
    }

    @Override
    public Alert read(JsonNode message, Notification notification) {
        String name = message.path("AlarmName").asText();
        AlarmText text = AlarmText.read(message.path("AlarmDescription").asText(""));
        boolean firing = message.path("NewStateValue").asText().equals("ALARM");
        String subject = text.summary().isEmpty() ? name : text.summary();
        Alert alert = Alert.firing(
                        text.severity(),
                        subject,
                        "alarm/" + message.path("AlarmArn").asText(name),
                        at(message, notification))
                .in(firing ? AlertState.FIRING : AlertState.RESOLVED)
                .saying(message.path("NewStateReason").asText(""))
                .about(text.dataset(), null)
                .withRunbook(text.runbook())
                .with("Alarm", name);
        String region = message.path("Region").asText("");
        return region.isEmpty() ? alert : alert.with("Region", region);
    }

    private static Instant at(JsonNode message, Notification notification) {
        String at = message.path("StateChangeTime").asText("");
        if (at.isEmpty()) {
            return notification.at();
        }
        try {
            return OffsetDateTime.parse(at, TIME).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("Cannot read the alarm's StateChangeTime: " + at, e);
        }
    }
}
