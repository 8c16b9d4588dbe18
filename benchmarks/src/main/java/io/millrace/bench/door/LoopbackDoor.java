package io.millrace.bench.door;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.millrace.ingest.MemoryDoor;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;

/** The door behind HTTP on this machine: a server that makes proxy events, and a client on one connection. */
final class LoopbackDoor implements AutoCloseable {
    private final HttpServer server;
    private final String dataset;

    LoopbackDoor(MemoryDoor door, String dataset) throws IOException {
        this.dataset = dataset;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/events/", exchange -> answer(door, exchange));
        server.start();
    }

    private void answer(MemoryDoor door, HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] answer = door.post(
                    MemoryDoor.request(dataset, exchange.getRequestBody().readAllBytes()));
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    void post(byte[] body) throws IOException {
        URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1/events/" + dataset);
        HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
        connection.setRequestMethod("POST");
        connection.setDoOutput(true);
        connection.setFixedLengthStreamingMode(body.length);
        try (OutputStream out = connection.getOutputStream()) {
            out.write(body);
        }
        try (InputStream in = connection.getInputStream()) {
            in.readAllBytes();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
