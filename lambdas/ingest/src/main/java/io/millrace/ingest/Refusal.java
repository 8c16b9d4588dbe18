package io.millrace.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request of which nothing was taken.
 *
 * @param error a stable word for programs
 * @param message what was wrong with which value, and the way out
 * @param headers such as {@code Retry-After} or {@code Allow}
 * @param cause of a failure on our side: for the log, never for the answer
 */
record Refusal(
        int status,
        String error,
        String message,
        Map<String, String> headers,
        @Nullable Throwable cause) implements Routed, Admission, Unpacked, Split, Opened {
    private static final JsonFactory JSON = new JsonFactory();

    Refusal {
        headers = Map.copyOf(headers);
    }

    Refusal(int status, String error, String message) {
        this(status, error, message, Map.of(), null);
    }

    /** A refusal for the moment: nothing is wrong with the request, and sending it again later is safe. */
    static Refusal forNow(int status, String error, String message, int retrySeconds, @Nullable Throwable cause) {
        return new Refusal(status, error, message, Map.of("Retry-After", Integer.toString(retrySeconds)), cause);
    }

    /** For an SDK, which waits as long as a 429 says but heeds no Retry-After of a 503. */
    Refusal forSdk() {
        return status == 503 ? new Refusal(429, error, message, headers, cause) : this;
    }

    /** The answer, as JSON. */
    HttpAnswer answer(String batchId) {
        StringWriter body = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(body)) {
            json.writeStartObject();
            json.writeStringField("error", error);
            json.writeStringField("message", message);
            json.writeStringField("batch_id", batchId);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write JSON to memory", e);
        }
        return new HttpAnswer(status, headers, body.toString());
    }
}
