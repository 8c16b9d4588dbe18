package io.millrace.local.gateway.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/** A response made here. */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record Reply(int status, Map<String, String> headers, byte[] body) {
    private static final Map<Integer, String> REASONS = Map.of(
            200,
            "OK",
            400,
            "Bad Request",
            404,
            "Not Found",
            429,
            "Too Many Requests",
            500,
            "Internal Server Error",
            503,
            "Service Unavailable");

    public static Reply json(int status, String json) {
        return new Reply(status, Map.of("Content-Type", "application/json"), json.getBytes(UTF_8));
    }

    /** This reply with one header more. */
    public Reply with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Reply(status, more, body);
    }

    /** Sends it; a body asked for by HEAD is measured, not sent. */
    public void send(String method, boolean keepAlive, OutputStream out) throws IOException {
        StringBuilder head = new StringBuilder("HTTP/1.1 ")
                .append(status)
                .append(' ')
                .append(REASONS.getOrDefault(status, "Status"))
                .append("\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        head.append("Content-Length: ").append(body.length).append("\r\n");
        if (!keepAlive) {
            head.append("Connection: close\r\n");
        }
        head.append("\r\n");
        ByteArrayOutputStream message = new ByteArrayOutputStream(head.length() + body.length);
        message.write(head.toString().getBytes(ISO_8859_1));
        if (!method.equals("HEAD")) {
            message.write(body);
        }
        out.write(message.toByteArray());
        out.flush();
    }
}
