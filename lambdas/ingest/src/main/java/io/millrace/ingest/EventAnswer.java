package io.millrace.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.millrace.event.Control;
import io.millrace.event.Passed;
import io.millrace.event.Rejected;
import io.millrace.event.Warning;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** The answer to a post that was taken: a status per event, in the order of the body. */
final class EventAnswer {
    private static final JsonFactory JSON = new JsonFactory();

    /** A longer id of a rejected event stays out and a longer pointer is cut, or an answer could outgrow what a function may say. */
    private static final int MAX_ECHO_CHARS = 256;

    private EventAnswer() {}

    /** 200 when every event was accepted, else 207. */
    static HttpAnswer of(Batch batch, boolean validateOnly, List<Inspected> events) {
        int accepted = (int) events.stream().filter(Inspected::accepted).count();
        StringWriter body = new StringWriter(64 * events.size() + 256);
        try (JsonGenerator json = JSON.createGenerator(body)) {
            json.writeStartObject();
            json.writeStringField("batch_id", batch.id());
            json.writeStringField("received_at", batch.receivedAt().toString());
            if (validateOnly) {
                json.writeBooleanField("validate_only", true);
            }
            json.writeNumberField("accepted", accepted);
            json.writeNumberField("rejected", events.size() - accepted);
            json.writeArrayFieldStart("events");
            for (Inspected each : events) {
                event(json, each, each.kept() && !validateOnly);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write JSON to memory", e);
        }
        return new HttpAnswer(accepted == events.size() ? 200 : 207, Map.of(), body.toString());
    }

    static void event(JsonGenerator json, Inspected event, boolean kept) throws IOException {
        json.writeStartObject();
        json.writeNumberField("index", event.index());
        if (event.judgment() instanceof Passed accepted) {
            json.writeStringField("status", "accepted");
            json.writeStringField("event_id", accepted.eventId());
            if (accepted.eventIdDerived()) {
                json.writeBooleanField("event_id_derived", true);
            }
            warnings(json, accepted.warnings());
        } else if (event.judgment() instanceof Control control) {
            json.writeStringField("status", "accepted");
            json.writeStringField("control", control.kind());
        } else if (event.judgment() instanceof Rejected rejected) {
            json.writeStringField("status", "rejected");
            String id = rejected.claimed().eventId();
            if (id != null && id.length() <= MAX_ECHO_CHARS) {
                json.writeStringField("event_id", id);
            }
            finding(json, rejected.pointer(), rejected.rule(), rejected.reason());
            json.writeBooleanField("kept", kept);
        }
        json.writeEndObject();
    }

    private static void warnings(JsonGenerator json, List<Warning> warnings) throws IOException {
        if (warnings.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("warnings");
        for (Warning each : warnings) {
            json.writeStartObject();
            finding(json, each.pointer(), each.rule(), each.reason());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void finding(JsonGenerator json, String pointer, String rule, String reason) throws IOException {
        json.writeStringField(
                "pointer", pointer.length() > MAX_ECHO_CHARS ? pointer.substring(0, MAX_ECHO_CHARS) + "…" : pointer);
        json.writeStringField("rule", rule);
        json.writeStringField("reason", reason);
    }
}
