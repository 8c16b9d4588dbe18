package io.millrace.invocation;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** Invokes a handler as Lambda does, with two minutes before it. */
public final class Invocation {
    private static final JsonMapper JSON = new JsonMapper();
    private static final FakeContext CONTEXT = new FakeContext("function", Duration.ofMinutes(2));

    private Invocation() {}

    /** The handler's answer to an event, both JSON. */
    public static JsonNode of(RequestStreamHandler handler, String event) throws IOException {
        return of(handler, new ByteArrayInputStream(event.getBytes(UTF_8)));
    }

    public static JsonNode of(RequestStreamHandler handler, InputStream event) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        handler.handleRequest(event, answer, CONTEXT);
        return JSON.readTree(answer.toByteArray());
    }
}
