package io.millrace.local.gateway.proxy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** When connections begin, last, end and turn into something else. */
@Timeout(60)
class PassThroughConnectionsTest {
    private static final String EMPTY = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";

    @Test
    void oneConnectionCarriesManyRequests() throws Exception {
        try (RawServer upstream = new RawServer((in, out) -> {
                    for (String head = RawServer.head(in); !head.isEmpty(); head = RawServer.head(in)) {
                        RawServer.say(out, EMPTY);
                    }
                });
                ByteClient client = new ByteClient(upstream.uri())) {
            for (int i = 0; i < 50; i++) {
                client.send("GET /" + i + " HTTP/1.1\r\n\r\n");
                assertThat(client.receive(EMPTY.length())).isEqualTo(EMPTY);
            }
            assertThat(upstream.connections()).isEqualTo(1);
        }
    }

    @Test
    void anEmulatorThatIsAwayIsA503ThatSaysSo() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        try (ByteClient client = new ByteClient(URI.create("http://127.0.0.1:" + free))) {
            client.send("PUT /b/k HTTP/1.1\r\nContent-Length: 4\r\n\r\nbody");

            String answer = client.rest();

            assertThat(answer)
                    .startsWith("HTTP/1.1 503 Service Unavailable\r\n")
                    .contains("Retry-After: 1");
            assertThat(answer)
                    .contains("\"message\":\"Cannot reach the local AWS emulator at http://127.0.0.1:" + free);
        }
    }

    @Test
    void anIdleConnectionThatTheEmulatorClosedIsReplaced() throws Exception {
        try (RawServer upstream = new RawServer((in, out) -> {
                    RawServer.head(in);
                    RawServer.say(out, EMPTY);
                });
                ByteClient client = new ByteClient(upstream.uri())) {
            for (int i = 0; i < 3; i++) {
                client.send("GET / HTTP/1.1\r\n\r\n");
                assertThat(client.receive(EMPTY.length())).isEqualTo(EMPTY);
            }
            assertThat(upstream.connections()).isEqualTo(3);
        }
    }

    @Test
    void aResponseWithoutALengthEndsWithTheConnection() throws Exception {
        String response = "HTTP/1.0 200 OK\r\n\r\nuntil the end";
        try (RawServer upstream = new RawServer((in, out) -> {
                    RawServer.head(in);
                    RawServer.say(out, response);
                });
                ByteClient client = new ByteClient(upstream.uri())) {
            client.send("GET / HTTP/1.1\r\n\r\n");

            assertThat(client.rest()).isEqualTo(response);
        }
    }

    @Test
    void anAnswerGivenBeforeTheBodyWasTakenStillArrives() throws Exception {
        String response = "HTTP/1.1 413 Too Large\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";
        try (RawServer upstream = new RawServer((in, out) -> {
                    RawServer.head(in);
                    RawServer.say(out, response);
                });
                ByteClient client = new ByteClient(upstream.uri())) {
            client.send("PUT / HTTP/1.1\r\nContent-Length: 10\r\n\r\n0123456789");

            assertThat(client.rest()).isEqualTo(response);
        }
    }

    @Test
    void anUpgradedConnectionIsAPipe() throws Exception {
        String response = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n";
        try (RawServer upstream = new RawServer((in, out) -> {
                    RawServer.head(in);
                    RawServer.say(out, response);
                    byte[] ping = in.readNBytes(4);
                    RawServer.say(out, "re:" + new String(ping, ISO_8859_1));
                });
                ByteClient client = new ByteClient(upstream.uri())) {
            client.send("GET /ws HTTP/1.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n");
            assertThat(client.receive(response.length())).isEqualTo(response);
            client.send("ping");
            assertThat(client.rest()).isEqualTo("re:ping");
        }
    }
}
