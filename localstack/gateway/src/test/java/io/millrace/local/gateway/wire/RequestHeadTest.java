package io.millrace.local.gateway.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class RequestHeadTest {
    private static final String HEAD =
            "PUT /b/%20k+?a=1&b=%2F HTTP/1.1\r\nhOsT:  x:1 \r\nX-Twice: 1\r\nx-twice: 2\r\nConnection: Keep-Alive, Close\r\n\r\n";

    @Test
    void theBytesStayAsTheyCame() throws IOException {
        ByteArrayInputStream in = new ByteArrayInputStream((HEAD + "body").getBytes(ISO_8859_1));

        RequestHead head = RequestHead.read(in);

        assertThat(head).isNotNull();
        assertThat(new String(head.bytes(), ISO_8859_1)).isEqualTo(HEAD);
        assertThat(head.target()).isEqualTo("/b/%20k+?a=1&b=%2F");
        assertThat(head.path()).isEqualTo("/b/%20k+");
        assertThat(head.fields().first("Host")).isEqualTo("x:1");
        assertThat(head.fields().first("X-TWICE")).isEqualTo("1");
        assertThat(head.keepsAlive()).isFalse();
        assertThat(in.available()).isEqualTo(4);
    }

    @Test
    void anotherTargetChangesTheRequestLineOnly() throws IOException {
        RequestHead moved = RequestHead.parse(HEAD.getBytes(ISO_8859_1)).withTarget("/restapis/x?y");

        assertThat(new String(moved.bytes(), ISO_8859_1))
                .isEqualTo(HEAD.replace("/b/%20k+?a=1&b=%2F", "/restapis/x?y"));
    }

    @Test
    void theEndOfTheConnectionIsNoRequest() throws IOException {
        assertThat(RequestHead.read(new ByteArrayInputStream(new byte[0]))).isNull();
    }

    @Test
    void whatIsNotHttpIsRefused() {
        assertThatThrownBy(() -> RequestHead.parse("\u0016\u0003 hello\r\n\r\n".getBytes(ISO_8859_1)))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessageStartingWith("Cannot read request line");
    }
}
