package io.millrace.local.host.runtime;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Locale;

/**
 * The JSON with which Lambda answers a function error: {@code errorMessage}, {@code errorType}, and for an exception
 * {@code stackTrace} and {@code cause}.
 */
final class ErrorDocument {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MAX_CAUSES = 10;

    private ErrorDocument() {}

    static String of(Throwable failure) {
        return describe(failure, MAX_CAUSES).toString();
    }

    static String timedOut(String requestId, Duration timeout) {
        return JSON.createObjectNode()
                .put("errorType", "Sandbox.Timedout")
                .put(
                        "errorMessage",
                        String.format(
                                Locale.ROOT,
                                "RequestId: %s Error: Task timed out after %.2f seconds",
                                requestId,
                                timeout.toMillis() / 1000.0))
                .toString();
    }

    /** Of an environment that died, as a test wants it. */
    static String fault(String requestId) {
        return JSON.createObjectNode()
                .put("errorType", "Runtime.ExitError")
                .put("errorMessage", "RequestId: " + requestId + " Error: a test of the local platform says so")
                .toString();
    }

    static String tooLarge(int maxBytes) {
        return JSON.createObjectNode()
                .put("errorType", "Function.ResponseSizeTooLarge")
                .put(
                        "errorMessage",
                        "Response payload size exceeded maximum allowed payload size (" + maxBytes + " bytes).")
                .toString();
    }

    /** {@code errorType: errorMessage} of such a document. */
    static String summary(String document) {
        try {
            JsonNode error = JSON.readTree(document);
            return error.path("errorType").asText() + ": "
                    + error.path("errorMessage").asText();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Cannot read an error document: " + document, e);
        }
    }

    private static ObjectNode describe(Throwable failure, int causes) {
        ObjectNode document = JSON.createObjectNode()
                .put("errorMessage", failure.getMessage())
                .put("errorType", failure.getClass().getName());
        ArrayNode stackTrace = document.putArray("stackTrace");
        for (StackTraceElement frame : failure.getStackTrace()) {
            stackTrace.add(frame.toString());
        }
        Throwable cause = failure.getCause();
        if (cause != null && causes > 0) {
            document.set("cause", describe(cause, causes - 1));
        }
        return document;
    }
}
