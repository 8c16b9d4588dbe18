package io.millrace.alerts.slack;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executors;

/** Answers as an incoming webhook does: {@code ok}, unless it was told to answer something else first. */
public final class FakeSlack implements AutoCloseable {
    private final HttpServer server;
    private final Deque<Answer> answers = new ArrayDeque<>();
    private final List<String> taken = new ArrayList<>();
    private final List<String> paths = new ArrayList<>();

    private record Answer(int status, String body, String retryAfter) {}

    public FakeSlack() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new AssertionError("Cannot listen", e);
        }
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::handle);
        server.start();
    }

    public String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** The next answer; -1 closes the connection without one. */
    public synchronized FakeSlack then(int status, String body, String retryAfter) {
        answers.add(new Answer(status, body, retryAfter));
        return this;
    }

    public synchronized List<String> taken() {
        return List.copyOf(taken);
    }

    public synchronized List<String> paths() {
        return List.copyOf(paths);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            Answer answer = next(exchange.getRequestURI().getPath(), body);
            if (answer.status() < 0) {
                return;
            }
            if (!answer.retryAfter().isEmpty()) {
                exchange.getResponseHeaders().set("Retry-After", answer.retryAfter());
            }
            byte[] text = answer.body().getBytes(UTF_8);
            exchange.sendResponseHeaders(answer.status(), text.length);
            exchange.getResponseBody().write(text);
        }
    }

    private synchronized Answer next(String path, String body) {
        paths.add(path);
        Answer answer = answers.isEmpty() ? new Answer(200, "ok", "") : answers.remove();
        if (answer.status() == 200) {
            taken.add(body);
        }
        return answer;
    }
}
