package io.millrace.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.millrace.event.Utf8;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * An answer as API Gateway takes it from a Lambda proxy integration, payload format 1.0 and 2.0 alike.
 *
 * @param headers beside those that every answer carries (JSON, CORS, no caching)
 * @param body JSON text; empty for none
 */
record HttpAnswer(int status, Map<String, String> headers, String body) {
    private static final JsonFactory JSON = new JsonFactory();

    HttpAnswer {
        headers = Map.copyOf(headers);
        body = wellFormed(body);
    }

    /** Halves of surrogate pairs, which a sender may spell out in JSON and no UTF-8 can carry, are replaced. */
    private static String wellFormed(String text) {
        return Utf8.hasLoneSurrogate(text)
                ? new String(text.getBytes(StandardCharsets.UTF_16BE), StandardCharsets.UTF_16BE)
                : text;
    }

    /** Writes the proxy response and flushes; the stream stays open. */
    void write(OutputStream out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.writeStartObject();
            json.writeNumberField("statusCode", status);
            json.writeObjectFieldStart("headers");
            json.writeStringField("Content-Type", "application/json");
            json.writeStringField("Cache-Control", "no-store");
            // A key is a public identifier and no cookie is read, so any page may post.
            json.writeStringField("Access-Control-Allow-Origin", "*");
            json.writeStringField("Access-Control-Expose-Headers", "Retry-After");
            for (Map.Entry<String, String> header : headers.entrySet()) {
                json.writeStringField(header.getKey(), header.getValue());
            }
            json.writeEndObject();
            json.writeStringField("body", body);
            json.writeBooleanField("isBase64Encoded", false);
            json.writeEndObject();
        }
    }
}
