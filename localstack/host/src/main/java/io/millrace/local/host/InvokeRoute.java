package io.millrace.local.host;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.millrace.local.host.runtime.Functions;
import io.millrace.local.host.runtime.Invocation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * The emulator's Lambda proxy protocol: the event is the body, the function is named by a header. The emulator takes
 * any status of 200 to 299 for success, so a function error is answered with 500 (and with Lambda's own header).
 */
final class InvokeRoute implements HttpHandler {

    private static final String FUNCTION_NAME = "X-Amzn-Lambda-Function-Name";
    private static final String REQUEST_ID = "X-Amzn-Lambda-Request-Id";

    private final Functions functions;
    private int running;
    private boolean stopping;

    InvokeRoute(Functions functions) {
        this.functions = functions;
    }

    /** Takes no more events and waits until the running ones are answered, at most until {@code deadline}. */
    synchronized void drain(Instant deadline) {
        stopping = true;
        try {
            for (long millis = until(deadline); running > 0 && millis > 0; millis = until(deadline)) {
                wait(millis);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Headers headers = exchange.getRequestHeaders();
            String functionName = headers.getFirst(FUNCTION_NAME);
            byte[] event = exchange.getRequestBody().readAllBytes();
            if (functionName == null || !"POST".equals(exchange.getRequestMethod())) {
                answer(exchange, 400, message("Cannot invoke: POST an event with the header " + FUNCTION_NAME));
                return;
            }
            if (!enter()) {
                answer(exchange, 503, message("The host is stopping"));
                return;
            }
            try {
                String requestId = headers.getFirst(REQUEST_ID);
                answer(
                        exchange,
                        functions.invoke(
                                functionName,
                                requestId == null ? UUID.randomUUID().toString() : requestId,
                                event));
            } finally {
                leave();
            }
        }
    }

    private synchronized boolean enter() {
        if (!stopping) {
            running++;
        }
        return !stopping;
    }

    private synchronized void leave() {
        running--;
        notifyAll();
    }

    private static long until(Instant deadline) {
        return Duration.between(Instant.now(), deadline).toMillis();
    }

    private static void answer(HttpExchange exchange, Invocation result) throws IOException {
        if (result instanceof Invocation.Succeeded succeeded) {
            answer(exchange, 200, succeeded.payload());
        } else if (result instanceof Invocation.Failed failed) {
            exchange.getResponseHeaders().set("X-Amz-Function-Error", "Unhandled");
            answer(exchange, 500, failed.error().getBytes(StandardCharsets.UTF_8));
        } else if (result instanceof Invocation.Throttled throttled) {
            answer(exchange, 429, message(throttled.reason()));
        } else if (result instanceof Invocation.Unavailable unavailable) {
            answer(exchange, 503, message(unavailable.reason()));
        }
    }

    private static byte[] message(String text) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("message", text)
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }
}
