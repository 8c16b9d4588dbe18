package io.millrace.local.gateway.proxy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PassThroughTest {
    private static final String EMPTY = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";

    private final BlockingQueue<String> seen = new LinkedBlockingQueue<>();

    @Test
    void headsPassByteForByteBothWays() throws Exception {
        String request = String.join(
                "\r\n",
                "GET /b/a%2Fb+c%20d/../x?list-type=2&prefix=%C3%BC HTTP/1.1",
                "host: s3.local:4566",
                "AUTHORIZATION: AWS4-HMAC-SHA256 Credential=a/b",
                "X-Amz-Date:20260101T000000Z",
                "x-dup: 1",
                "X-Dup:  2 ",
                "",
                "");
        String response = String.join(
                "\r\n",
                "HTTP/1.1 206 Some Reason Of Its Own",
                "ETag: \"x\"",
                "set-cookie: a",
                "Set-Cookie: b",
                "Content-Length: 2",
                "",
                "hi");
        try (RawServer upstream = new RawServer((in, out) -> {
                    seen.add(RawServer.head(in));
                    RawServer.say(out, response);
                    in.read();
                });
                ByteClient client = new ByteClient(upstream.uri())) {
            client.send(request);

            assertThat(client.receive(response.length())).isEqualTo(response);
            assertThat(seen.take()).isEqualTo(request);
        }
    }

    @Test
    void aResponseFlowsBeforeItIsComplete() throws Exception {
        CountDownLatch firstSeen = new CountDownLatch(1);
        String head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
        String rest = "3\r\ntwo\r\n0\r\nx-sum: 1\r\n\r\n";
        try (RawServer upstream = new RawServer((in, out) -> {
                    RawServer.head(in);
                    RawServer.say(out, head + "3\r\none\r\n");
                    firstSeen.await();
                    RawServer.say(out, rest);
                });
                ByteClient client = new ByteClient(upstream.uri())) {
            client.send("GET / HTTP/1.1\r\n\r\n");

            assertThat(client.receive(head.length() + 8)).isEqualTo(head + "3\r\none\r\n");
            firstSeen.countDown();
            assertThat(client.receive(rest.length())).isEqualTo(rest);
        }
    }

    @Test
    void aRequestFlowsBeforeItIsComplete() throws Exception {
        try (RawServer upstream = new RawServer((in, out) -> {
                    RawServer.head(in);
                    seen.add(new String(in.readNBytes(3), ISO_8859_1));
                    seen.add(new String(in.readNBytes(3), ISO_8859_1));
                    RawServer.say(out, EMPTY);
                });
                ByteClient client = new ByteClient(upstream.uri())) {
            client.send("PUT / HTTP/1.1\r\nContent-Length: 6\r\n\r\none");
            assertThat(seen.take()).isEqualTo("one");
            client.send("two");
            assertThat(seen.take()).isEqualTo("two");
            assertThat(client.receive(EMPTY.length())).isEqualTo(EMPTY);
        }
    }

    @Test
    void signedChunksOfAnUploadKeepTheirSignaturesAndTrailers() throws Exception {
        String body = "1d\r\n5;chunk-signature=ab\r\nhello\r\n\r\n5\r\n0\r\n\r\n\r\n0\r\n\r\n";
        try (RawServer upstream = new RawServer((in, out) -> {
                    RawServer.head(in);
                    seen.add(new String(in.readNBytes(body.length()), ISO_8859_1));
                    RawServer.say(out, EMPTY);
                });
                ByteClient client = new ByteClient(upstream.uri())) {
            client.send("PUT / HTTP/1.1\r\nContent-Encoding: aws-chunked\r\nTransfer-Encoding: chunked\r\n\r\n" + body);

            assertThat(seen.take()).isEqualTo(body);
            assertThat(client.receive(EMPTY.length())).isEqualTo(EMPTY);
        }
    }

    @Test
    void aClientThatWaitsForContinueGetsItOnce() throws Exception {
        try (RawServer upstream = new RawServer((in, out) -> {
                    seen.add(RawServer.head(in));
                    RawServer.say(out, "HTTP/1.1 100 Continue\r\n\r\n");
                    seen.add(new String(in.readNBytes(4), ISO_8859_1));
                    RawServer.say(out, EMPTY);
                });
                ByteClient client = new ByteClient(upstream.uri())) {
            client.send("PUT / HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 4\r\n\r\n");
            assertThat(client.receive(25)).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
            client.send("body");

            assertThat(client.receive(EMPTY.length())).isEqualTo(EMPTY);
            assertThat(seen.take()).contains("Expect: 100-continue");
            assertThat(seen.take()).isEqualTo("body");
        }
    }

    @Test
    void theAnswerToHeadHasALengthAndNoBody() throws Exception {
        String response = "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n";
        try (RawServer upstream = new RawServer((in, out) -> {
                    RawServer.head(in);
                    RawServer.say(out, response);
                    RawServer.head(in);
                    RawServer.say(out, EMPTY);
                });
                ByteClient client = new ByteClient(upstream.uri())) {
            client.send("HEAD / HTTP/1.1\r\n\r\n");
            assertThat(client.receive(response.length())).isEqualTo(response);
            client.send("GET / HTTP/1.1\r\n\r\n");
            assertThat(client.receive(EMPTY.length())).isEqualTo(EMPTY);
        }
    }

    @Test
    void aBodyOfHundredsOfMegabytesPasses() throws Exception {
        int blocks = 200;
        byte[] block = new byte[1024 * 1024];
        for (int i = 0; i < block.length; i++) {
            block[i] = (byte) (i * 31);
        }
        try (RawServer upstream = new RawServer((in, out) -> {
                    RawServer.head(in);
                    for (int i = 0; i < blocks; i++) {
                        assertThat(Arrays.equals(in.readNBytes(block.length), block))
                                .isTrue();
                    }
                    RawServer.say(
                            out, "HTTP/1.1 200 OK\r\nContent-Length: " + (long) blocks * block.length + "\r\n\r\n");
                    for (int i = 0; i < blocks; i++) {
                        out.write(block);
                    }
                });
                ByteClient client = new ByteClient(upstream.uri())) {
            client.sendBlocks(block, blocks);
            assertThat(client.head()).contains("200 OK");
            for (int i = 0; i < blocks; i++) {
                assertThat(Arrays.equals(client.read(block.length), block)).isTrue();
            }
        }
    }
}
