package io.millrace.alerts.notice;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.alert.Alert;
import io.millrace.alert.Severity;
import java.util.ArrayList;
import java.util.List;

/** The migration's notice of contracts that were deployed, or refused. */
final class SchemaNotice implements Shape {
    private static final String CHANGED = "schema_changed";
    private static final String REFUSED = "schema_refused";

    @Override
    public boolean fits(JsonNode message) {
        String kind = message.path("kind").asText();
        return kind.equals(CHANGED) || kind.equals(REFUSED);
    }

    @Override
    public Alert read(JsonNode message, Notification notification) {
        boolean changed = message.path("kind").asText().equals(CHANGED);
        Alert alert = changed ? changed(message, notification) : refused(message, notification);
        for (JsonNode change : message.path("changes")) {
            alert = alert.with(
                    change.path("dataset").asText("?"),
                    change.path("fromVersion").asText("new") + " → "
                            + change.path("toVersion").asText("gone") + ", "
                            + change.path("verdict").asText("?"));
        }
        return onlyDataset(alert, message);
    }

    private static Alert changed(JsonNode message, Notification notification) {
        String deployment = message.path("deployment").asText("?");
        return Alert.firing(
                Severity.INFO,
                "Contracts changed, deployment " + deployment,
                "contracts/changed/" + deployment,
                notification.at());
    }

    private static Alert refused(JsonNode message, Notification notification) {
        List<String> reasons = new ArrayList<>();
        message.path("reasons").forEach(reason -> reasons.add(reason.asText()));
        String text = String.join("\n", reasons);
        return Alert.firing(
                        Severity.ERROR,
                        "A deployment was refused: its contracts would break senders or readers",
                        "contracts/refused/" + Digest.of(text),
                        notification.at())
                .saying(text)
                .withRunbook("migration");
    }

    private static Alert onlyDataset(Alert alert, JsonNode message) {
        JsonNode changes = message.path("changes");
        return changes.size() == 1 ? alert.about(changes.get(0).path("dataset").asText(null), null) : alert;
    }
}
