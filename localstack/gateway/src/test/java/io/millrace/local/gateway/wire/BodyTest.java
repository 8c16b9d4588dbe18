package io.millrace.local.gateway.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodyTest {
    private static final String CHUNKS = "5;sig=abc\r\nhello\r\n6\r\n world\r\n0\r\nx-trailer: 1\r\n\r\n";

    @Test
    void chunksAreCopiedWithTheirExtensionsAndTrailersAndNotAByteMore() throws IOException {
        ByteArrayInputStream in = stream(CHUNKS + "NEXT");
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        Body.CHUNKED.copy(request("Transfer-Encoding: chunked").fields(), in, out);

        assertThat(out.toString(ISO_8859_1)).isEqualTo(CHUNKS);
        assertThat(new String(in.readAllBytes(), ISO_8859_1)).isEqualTo("NEXT");
    }

    @Test
    void chunksAreReadWithoutTheirFraming() throws IOException {
        byte[] content = Body.CHUNKED.read(request("Transfer-Encoding: chunked").fields(), stream(CHUNKS), 100);

        assertThat(new String(content, ISO_8859_1)).isEqualTo("hello world");
    }

    @Test
    void aSizedBodyEndsWhereItsLengthSays() throws IOException {
        RequestHead request = request("Content-Length: 3");
        ByteArrayInputStream in = stream("abcdef");

        assertThat(Body.of(request).read(request.fields(), in, 10)).asString().isEqualTo("abc");
        assertThat(in.available()).isEqualTo(3);
    }

    @Test
    void aBodyCutShortIsAnError() {
        RequestHead request = request("Content-Length: 9");

        assertThatThrownBy(() -> Body.SIZED.read(request.fields(), stream("abc"), 10))
                .isInstanceOf(EOFException.class)
                .hasMessageContaining("6 of 9 bytes");
    }

    @Test
    void aBodyPastTheLimitIsRefused() {
        RequestHead request = request("Content-Length: 9");

        assertThatThrownBy(() -> Body.SIZED.read(request.fields(), stream("abcdefghi"), 8))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("longer than 8 bytes");
    }

    @ParameterizedTest
    @CsvSource({
        "GET,  200, Content-Length: 5,          SIZED",
        "GET,  200, Transfer-Encoding: chunked, CHUNKED",
        "GET,  200, X-Other: 1,                 UNTIL_CLOSE",
        "HEAD, 200, Content-Length: 5,          NONE",
        "GET,  204, X-Other: 1,                 NONE",
        "GET,  304, Content-Length: 5,          NONE",
        "GET,  101, Upgrade: websocket,         NONE",
    })
    void aResponseIsFramedByMethodStatusAndFields(String method, int status, String field, Body expected)
            throws IOException {
        ResponseHead response =
                ResponseHead.read(stream("HTTP/1.1 " + status + " Whatever it is\r\n" + field + "\r\n\r\n"));

        assertThat(response).isNotNull();
        assertThat(Body.of(method, response)).isEqualTo(expected);
    }

    private static RequestHead request(String field) {
        try {
            return RequestHead.parse(("PUT / HTTP/1.1\r\n" + field + "\r\n\r\n").getBytes(ISO_8859_1));
        } catch (MalformedMessageException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(ISO_8859_1));
    }
}
