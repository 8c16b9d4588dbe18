package io.millrace.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * The answer to a call of Segment's tracking API. SDKs look at the status alone and drop the messages of a 4xx: it is 200
 * unless not one message could be kept, which nobody would notice otherwise. For people the body names what was rejected.
 */
final class SegmentAnswer {
    private static final JsonFactory JSON = new JsonFactory();

    private SegmentAnswer() {}

    static HttpAnswer of(Batch batch, boolean validateOnly, List<Inspected> events) {
        boolean success = events.isEmpty() || events.stream().anyMatch(Inspected::kept);
        int accepted = (int) events.stream().filter(Inspected::accepted).count();
        StringWriter body = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(body)) {
            json.writeStartObject();
            json.writeBooleanField("success", success);
            json.writeStringField("batch_id", batch.id());
            if (validateOnly) {
                json.writeBooleanField("validate_only", true);
            }
            json.writeNumberField("accepted", accepted);
            json.writeNumberField("rejected", events.size() - accepted);
            json.writeArrayFieldStart("events");
            for (Inspected each : events) {
                if (!each.accepted()) {
                    EventAnswer.event(json, each, each.kept() && !validateOnly);
                }
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write JSON to memory", e);
        }
        return new HttpAnswer(success ? 200 : 400, Map.of(), body.toString());
    }
}
