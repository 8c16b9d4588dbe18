package io.millrace.alerts.notice;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.alert.Alert;
import io.millrace.alert.AlertJson;

/** The platform's own message: {@link AlertJson}. */
final class OwnAlert implements Shape {
    @Override
    public boolean fits(JsonNode message) {
        return message.path("kind").asText().equals(AlertJson.KIND);
    }

    @Override
    public Alert read(JsonNode message, Notification notification) {
        return AlertJson.read(message, notification.at());
    }
}
