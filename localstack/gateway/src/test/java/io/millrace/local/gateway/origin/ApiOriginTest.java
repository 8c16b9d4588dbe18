package io.millrace.local.gateway.origin;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.local.gateway.proxy.RawServer;
import io.millrace.local.gateway.upstream.Emulator;
import io.millrace.local.gateway.wire.Listener;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ApiOriginTest {
    private static final String POST =
            "POST /v1/events/clicks?validate=only HTTP/1.1\r\nHost: h\r\nX-API-Key: k\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}";

    private final Queue<String> targets = new ConcurrentLinkedQueue<>();
    private final IngestFaults faults = new IngestFaults();
    private volatile String apis = "[]";

    @Test
    void eventsGoToTheApiOfThatName() throws IOException {
        apis = "[{\"id\":\"other1\",\"name\":\"other\"},{\"id\":\"abc123\",\"name\":\"millrace-local-ingest\"}]";
        try (RawServer emulator = emulator()) {
            assertThat(ask(emulator.uri(), POST)).startsWith("HTTP/1.1 200 OK");
            assertThat(targets)
                    .containsExactly(
                            "GET /restapis",
                            "POST /restapis/abc123/live/_user_request_/v1/events/clicks?validate=only");
        }
    }

    @Test
    void withoutTheApiTheSenderIsToldToComeAgain() throws IOException {
        try (RawServer emulator = emulator()) {
            assertThat(ask(emulator.uri(), POST))
                    .startsWith("HTTP/1.1 503 Service Unavailable")
                    .contains("Retry-After: 1")
                    .contains("Cannot take the request: no API named millrace-local-ingest is deployed");
        }
    }

    @Test
    void anApiThatWasReplacedIsLookedUpAgain() throws IOException {
        apis = "[{\"id\":\"gone\",\"name\":\"millrace-local-ingest\"}]";
        try (RawServer emulator = emulator();
                Listener origin = origin(emulator.uri())) {
            assertThat(ask(origin, POST.replace("/clicks", "/404"))).startsWith("HTTP/1.1 404");
            apis = "[{\"id\":\"new\",\"name\":\"millrace-local-ingest\"}]";

            assertThat(ask(origin, POST.replace("/clicks", "/404"))).startsWith("HTTP/1.1 503");
            assertThat(ask(origin, POST)).startsWith("HTTP/1.1 200");
            assertThat(targets).last().asString().contains("/restapis/new/");
        }
    }

    @Test
    void everyPathIsTheApisAndNoneTheEmulators() throws IOException {
        apis = "[{\"id\":\"abc123\",\"name\":\"millrace-local-ingest\"}]";
        try (RawServer emulator = emulator()) {
            assertThat(ask(emulator.uri(), "GET /restapis?x=1 HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 200");
            assertThat(targets).last().isEqualTo("GET /restapis/abc123/live/_user_request_/restapis?x=1");
        }
    }

    @Test
    void aTestMayHaveEachBatchRefusedBeforeAndAfterItWasTaken() throws IOException {
        apis = "[{\"id\":\"abc123\",\"name\":\"millrace-local-ingest\"}]";
        faults.refuseEach(2);
        try (RawServer emulator = emulator();
                Listener origin = origin(emulator.uri())) {
            String first = batch("{\"batch\":[{\"messageId\":\"a\"}],\"sentAt\":1}");
            String again = batch("{\"batch\":[{\"messageId\":\"a\"}],\"sentAt\":2}");
            String other = batch("{\"batch\":[{\"messageId\":\"b\"}],\"sentAt\":1}");

            assertThat(ask(origin, first)).startsWith("HTTP/1.1 429").contains("Retry-After: 1");
            assertThat(posts()).isZero();
            assertThat(ask(origin, other)).startsWith("HTTP/1.1 429");
            assertThat(ask(origin, again)).startsWith("HTTP/1.1 429");
            assertThat(posts()).isEqualTo(1);
            assertThat(ask(origin, again)).startsWith("HTTP/1.1 200");
            assertThat(ask(origin, other)).startsWith("HTTP/1.1 429");
            assertThat(ask(origin, other)).startsWith("HTTP/1.1 200");
            assertThat(posts()).isEqualTo(4);
        }
    }

    private long posts() {
        return targets.stream().filter(target -> target.startsWith("POST")).count();
    }

    private static String batch(String json) {
        return POST.replace("Content-Length: 2", "Content-Length: " + json.length())
                .replace("\r\n\r\n{}", "\r\n\r\n" + json);
    }

    private RawServer emulator() throws IOException {
        return new RawServer((in, out) -> {
            for (String head = RawServer.head(in); !head.isEmpty(); head = RawServer.head(in)) {
                String target = head.substring(0, head.indexOf(" HTTP/"));
                targets.add(target);
                if (target.startsWith("POST")) {
                    in.readNBytes(RawServer.contentLength(head));
                }
                String body = target.equals("GET /restapis") ? "{\"item\":" + apis + "}" : "{}";
                String status = target.contains("/404") ? "404 Not Found" : "200 OK";
                RawServer.say(out, "HTTP/1.1 " + status + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
            }
        });
    }

    private Listener origin(URI emulator) throws IOException {
        return new Listener(
                "ingest",
                0,
                ApiOrigin.of(emulator, new Emulator(emulator, "us-east-1"), "millrace-local-ingest", faults));
    }

    private String ask(URI emulator, String request) throws IOException {
        try (Listener origin = origin(emulator)) {
            return ask(origin, request);
        }
    }

    private static String ask(Listener origin, String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), origin.port())) {
            OutputStream out = socket.getOutputStream();
            InputStream in = socket.getInputStream();
            out.write(request.getBytes(ISO_8859_1));
            out.flush();
            return new String(in.readAllBytes(), ISO_8859_1);
        }
    }
}
