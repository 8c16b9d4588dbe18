package io.millrace.serving.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** Ends a request with an answer that says why: what its sender may know, and never what is inside. */
public final class RefusalException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient ObjectNode body = JsonNodeFactory.instance.objectNode();

    /**
     * @param error a stable word for programs
     * @param message what was wrong with which value, and the way out
     */
    public RefusalException(int status, String error, String message) {
        this(status, error, message, null);
    }

    /** @param cause for the log, never for the answer */
    public RefusalException(int status, String error, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.status = status;
        body.put("error", error).put("message", message);
    }

    /** More about it, beside {@code error} and {@code message}. */
    public RefusalException with(String field, String value) {
        body.put(field, value);
        return this;
    }

    /** More about it, beside {@code error} and {@code message}. */
    public RefusalException with(String field, int value) {
        body.put(field, value);
        return this;
    }

    public int status() {
        return status;
    }

    public String error() {
        return body.path("error").asText();
    }

    /** The answer; what is worth trying again says when. */
    public Answer answer() {
        Answer answer = new Answer(status, body);
        return status == 429 || status == 503 ? answer.retryAfterSeconds(1) : answer;
    }
}
