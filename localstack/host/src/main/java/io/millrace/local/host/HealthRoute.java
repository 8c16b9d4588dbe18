package io.millrace.local.host;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.function.Supplier;

/** Answers {@code GET /health}. */
final class HealthRoute implements HttpHandler {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Supplier<Health> health;

    HealthRoute(Supplier<Health> health) {
        this.health = health;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            InvokeRoute.answer(exchange, 200, JSON.writeValueAsBytes(health.get()));
        }
    }
}
