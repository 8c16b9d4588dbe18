package io.millrace.serving;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.serving.query.FakeEngine;
import io.millrace.serving.query.RowLimits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Calls the handler as API Gateway does, over a lake and an engine in memory, at a time that stands unless moved. */
final class Caller {
    private static final JsonMapper JSON = new JsonMapper();

    final FakeLake lake = new FakeLake()
            .with("local_bronze", "users_bronze", "event_id", "payload", "_received_at")
            .with("local_silver", "user_updates_silver", "event_id", "email", "country", "age", "_batch_id")
            .with("local_gold", "unpromised", "x");
    final FakeEngine engine = new FakeEngine();
    final ByteArrayOutputStream log = new ByteArrayOutputStream();
    Instant now = Instant.parse("2026-03-01T12:00:00Z");

    private final ServingHandler handler = new ServingHandler(
            new ServingSettings(
                    "local",
                    "wg",
                    Duration.ofSeconds(5),
                    new RowLimits(1_000, 10_000),
                    Duration.ofSeconds(30),
                    "1.2.3"),
            lake,
            lake,
            engine,
            () -> now,
            new PrintStream(log, true, StandardCharsets.UTF_8));

    /** What came back. */
    record Reply(int status, JsonNode headers, JsonNode body) {}

    Reply get(String path) {
        return call("GET", path, Map.of(), null);
    }

    Reply get(String path, Map<String, String> query) {
        return call("GET", path, query, null);
    }

    Reply query(String sql) {
        return post("/query", JSON.createObjectNode().put("sql", sql).toString());
    }

    Reply post(String path, String body) {
        return call("POST", path, Map.of(), body);
    }

    Reply call(String method, String path, Map<String, String> query, String body) {
        ObjectNode event = JSON.createObjectNode()
                .put("httpMethod", method)
                .put("path", path)
                .put("body", body)
                .put("isBase64Encoded", false);
        query.forEach(event.putObject("queryStringParameters")::put);
        return raw(event.toString());
    }

    Reply raw(String event) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            handler.handleRequest(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), out, context());
            JsonNode answer = JSON.readTree(out.toByteArray());
            return new Reply(
                    answer.path("statusCode").asInt(),
                    answer.path("headers"),
                    JSON.readTree(answer.path("body").asText()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String logged() {
        return log.toString(StandardCharsets.UTF_8);
    }

    private static Context context() {
        return (Context) Proxy.newProxyInstance(
                Caller.class.getClassLoader(), new Class<?>[] {Context.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("getRemainingTimeInMillis")) {
                        return 29_000;
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }
}
