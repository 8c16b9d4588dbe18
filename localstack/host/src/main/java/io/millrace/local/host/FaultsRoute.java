package io.millrace.local.host;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.millrace.local.host.runtime.Functions;
import java.io.IOException;

/**
 * The switch for tests at {@code /_millrace/faults/FUNCTION}: PUT takes the number of invocations that shall fail, or
 * {@code stopped}, so that none starts until another PUT; GET tells how many are left.
 */
final class FaultsRoute implements HttpHandler {
    static final String PATH = "/_millrace/faults/";

    private static final String STOPPED = "stopped";

    private final Functions functions;

    FaultsRoute(Functions functions) {
        this.functions = functions;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String function = exchange.getRequestURI().getPath().substring(PATH.length());
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8).strip();
            if (!exchange.getRequestMethod().equals("PUT")) {
                left(exchange, functions.stillToFail(function));
            } else if (!body.matches("\\d{1,6}|" + STOPPED)) {
                refuse(exchange, 400, "send the number of invocations to fail, or '" + STOPPED + "'");
            } else if (!(body.equals(STOPPED)
                    ? functions.stop(function)
                    : functions.failNext(function, Integer.parseInt(body)))) {
                refuse(exchange, 404, "there is no function " + function);
            } else {
                left(exchange, functions.stillToFail(function));
            }
        }
    }

    private static void left(HttpExchange exchange, int invocations) throws IOException {
        answer(exchange, 200, JsonNodeFactory.instance.objectNode().put("left", invocations));
    }

    private static void refuse(HttpExchange exchange, int status, String why) throws IOException {
        answer(exchange, status, JsonNodeFactory.instance.objectNode().put("message", "Cannot set faults: " + why));
    }

    private static void answer(HttpExchange exchange, int status, ObjectNode json) throws IOException {
        InvokeRoute.answer(exchange, status, json.toString().getBytes(UTF_8));
    }
}
