package io.millrace.alerts.notice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The event that Lambda gets of SNS: {@code {Records: [{Sns: {MessageId, Subject, Message, Timestamp}}]}}. */
public final class SnsEvent {
    private static final JsonMapper JSON = new JsonMapper();

    private SnsEvent() {}

    /**
     * Reads its messages.
     *
     * @throws IllegalArgumentException if it is no such event
     */
    public static List<Notification> read(InputStream event) throws IOException {
        List<Notification> notifications = new ArrayList<>();
        for (JsonNode each : JSON.readTree(event).path("Records")) {
            JsonNode sns = each.path("Sns");
            if (!sns.path("MessageId").isTextual()) {
                throw new IllegalArgumentException("Cannot read the event: a record has no Sns.MessageId");
            }
            notifications.add(new Notification(
                    sns.path("MessageId").asText(),
                    sns.path("Subject").asText(""),
                    sns.path("Message").asText(""),
                    at(sns.path("Timestamp").asText())));
        }
        if (notifications.isEmpty()) {
            throw new IllegalArgumentException("Cannot read the event: it has no Records of SNS");
        }
        return notifications;
    }

    private static Instant at(String timestamp) {
        try {
            return Instant.parse(timestamp);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("Cannot read the event's Timestamp: " + timestamp, e);
        }
    }
}
