package io.millrace.send;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.millrace.contract.Contracts;
import io.millrace.event.Arrival;
import io.millrace.event.Checker;
import io.millrace.event.Control;
import io.millrace.event.Rejected;
import io.millrace.event.Verdict;
import io.millrace.format.Checkers;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A door over real HTTP that judges events by their contract, after it has misbehaved as it was told to. */
public final class UnsteadyDoor implements AutoCloseable {

    /** What happens to one request instead of an answer. */
    public enum Mood {
        BUSY_503,
        BUSY_503_FOR_7_SECONDS,
        THROTTLED_429_FOR_3_SECONDS,
        BROKEN_PROXY_502,
        CUT_BEFORE_TAKING,
        CUT_AFTER_TAKING,
        FORBIDDEN_403
    }

    /**
     * An event that the door took.
     *
     * @param control whether it is a mark that silver has no row of
     */
    public record Taken(String dataset, String json, boolean rejected, boolean control) {}

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<Mood> moods = new ConcurrentLinkedQueue<>();
    private final List<Taken> taken = Collections.synchronizedList(new ArrayList<>());
    private final List<String> bodies = Collections.synchronizedList(new ArrayList<>());

    public UnsteadyDoor(Mood... moods) throws IOException {
        this.moods.addAll(List.of(moods));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/events/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    /** Has the next request meet the mood. */
    public void misbehave(Mood mood) {
        moods.add(mood);
    }

    public Door door() {
        return new Door(URI.create("http://127.0.0.1:" + server.getAddress().getPort()), "key-for-tests");
    }

    /** Everything that was taken, copies included. */
    public List<Taken> taken() {
        return List.copyOf(taken);
    }

    /** The bodies of all requests in the order in which they came. */
    public List<String> bodies() {
        return List.copyOf(bodies);
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        bodies.add(new String(body, StandardCharsets.UTF_8));
        Mood mood = moods.poll();
        if (mood == null) {
            reply(exchange, 200, take(exchange, body));
            return;
        }
        switch (mood) {
            case BUSY_503 -> reply(exchange, 503, "{}");
            case BUSY_503_FOR_7_SECONDS -> {
                exchange.getResponseHeaders().set("Retry-After", "7");
                reply(exchange, 503, "{}");
            }
            case THROTTLED_429_FOR_3_SECONDS -> {
                exchange.getResponseHeaders().set("Retry-After", "3");
                reply(exchange, 429, "{}");
            }
            case BROKEN_PROXY_502 -> reply(exchange, 502, "<html>bad gateway</html>");
            case FORBIDDEN_403 -> reply(exchange, 403, "{\"message\":\"Forbidden\"}");
            case CUT_BEFORE_TAKING -> exchange.close();
            case CUT_AFTER_TAKING -> {
                take(exchange, body);
                exchange.close();
            }
        }
    }

    private String take(HttpExchange exchange, byte[] body) {
        String path = exchange.getRequestURI().getPath();
        String dataset = path.substring(path.lastIndexOf('/') + 1);
        Checker checker = Checkers.of(Contracts.bundled().find(dataset).orElseThrow());
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode events = answer.putArray("events");
        // A character a byte, so that broken UTF-8 stays broken.
        for (String line : new String(body, StandardCharsets.ISO_8859_1).lines().toList()) {
            byte[] json = line.getBytes(StandardCharsets.ISO_8859_1);
            Verdict verdict = checker.check(json, 0, json.length, Arrival.of(Instant.now(), "tests"));
            boolean rejected = verdict instanceof Rejected;
            taken.add(
                    new Taken(dataset, new String(json, StandardCharsets.UTF_8), rejected, verdict instanceof Control));
            ObjectNode event = events.addObject().put("index", events.size() - 1);
            event.put("status", rejected ? "rejected" : "accepted");
            if (verdict instanceof Rejected why) {
                event.put("pointer", why.pointer()).put("rule", why.rule()).put("reason", why.reason());
            }
        }
        return answer.toString();
    }

    private static void reply(HttpExchange exchange, int status, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = exchange.getResponseBody()) {
            exchange.sendResponseHeaders(status, bytes.length);
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
