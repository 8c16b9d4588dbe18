package io.millrace.local.gateway.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ListenerTest {
    @Test
    void whatIsNoHttpIsAnsweredSo() throws IOException {
        assertThat(ask("nonsense\r\n\r\n")).startsWith("HTTP/1.1 400 Bad Request\r\n");
    }

    @Test
    void requestsOnOneConnectionAreAnsweredInTurnUntilTheClientHasEnough() throws IOException {
        String answers = ask("GET /a HTTP/1.1\r\n\r\nPOST /b HTTP/1.1\r\nContent-Length: 2\r\n\r\nhi"
                + "HEAD /c HTTP/1.1\r\nConnection: close\r\n\r\nGET /never HTTP/1.1\r\n\r\n");

        assertThat(answers.lines().filter(line -> line.startsWith("{") || line.startsWith("Connection")))
                .containsExactly(
                        "{\"path\":\"/a\"}HTTP/1.1 200 OK", "{\"path\":\"/b\"}HTTP/1.1 200 OK", "Connection: close");
    }

    private static String ask(String requests) throws IOException {
        try (Listener listener = new Listener("test", 0, () -> ListenerTest::echo);
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), listener.port())) {
            socket.getOutputStream().write(requests.getBytes(ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }

    private static boolean echo(Exchange exchange) throws IOException {
        exchange.content(100);
        return exchange.reply(
                Reply.json(200, "{\"path\":\"" + exchange.request().path() + "\"}"));
    }
}
