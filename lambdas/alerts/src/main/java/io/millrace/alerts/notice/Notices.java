package io.millrace.alerts.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.millrace.alert.Alert;
import io.millrace.alert.Severity;
import java.util.List;

/** Makes an alert of whatever arrives. Nothing is refused: what is not known is passed on as text. */
public final class Notices {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final List<Shape> SHAPES =
            List.of(new OwnAlert(), new Alarm(), new GlueJobFailure(), new SchemaNotice());

    private Notices() {}

    public static Alert read(Notification notification) {
        JsonNode message;
        try {
            message = JSON.readTree(notification.message());
        } catch (JsonProcessingException e) {
            return text(notification);
        }
        for (Shape shape : SHAPES) {
            if (shape.fits(message)) {
                try {
                    return shape.read(message, notification);
                } catch (IllegalArgumentException e) {
                    return text(notification).with("Not understood", String.valueOf(e.getMessage()));
                }
            }
        }
        return text(notification);
    }

    private static Alert text(Notification notification) {
        String subject = notification.subject().strip();
        return Alert.firing(
                        Severity.WARNING,
                        subject.isEmpty() ? "A message of a form that is not known" : subject,
                        "text/" + Digest.of(subject + "\n" + notification.message()),
                        notification.at())
                .saying(notification.message());
    }
}
