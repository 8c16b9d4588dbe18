package io.millrace.serving.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/**
 * An answer as API Gateway takes it from a Lambda proxy integration.
 *
 * @param headers beside those that every answer carries (JSON, no caching)
 */
public record Answer(int status, JsonNode body, Map<String, String> headers) {
    private static final JsonMapper JSON = new JsonMapper();

    public Answer {
        headers = Map.copyOf(headers);
    }

    public Answer(int status, JsonNode body) {
        this(status, body, Map.of());
    }

    public static Answer ok(JsonNode body) {
        return new Answer(200, body);
    }

    Answer retryAfterSeconds(int seconds) {
        return new Answer(status, body, Map.of("Retry-After", Integer.toString(seconds)));
    }

    /** Writes the proxy response and flushes; the stream stays open. */
    public void write(OutputStream out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.writeStartObject();
            json.writeNumberField("statusCode", status);
            json.writeObjectFieldStart("headers");
            json.writeStringField("Content-Type", "application/json");
            json.writeStringField("Cache-Control", "no-store");
            for (Map.Entry<String, String> header : headers.entrySet()) {
                json.writeStringField(header.getKey(), header.getValue());
            }
            json.writeEndObject();
            json.writeStringField("body", JSON.writeValueAsString(body));
            json.writeBooleanField("isBase64Encoded", false);
            json.writeEndObject();
        }
    }
}
