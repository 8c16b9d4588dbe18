package io.millrace.local.gateway.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** One request whose body is still to be read, and the place its response goes to. */
public record Exchange(RequestHead request, InputStream in, OutputStream out) {
    private static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(ISO_8859_1);

    /** Lets a client that waits for it send its body. */
    public void invite() throws IOException {
        if (request.expectsContinue()) {
            out.write(CONTINUE);
            out.flush();
        }
    }

    /** The request's content, all of it. */
    public byte[] content(int maxBytes) throws IOException {
        invite();
        return Body.of(request).read(request.fields(), in, maxBytes);
    }

    /**
     * The same exchange with its body in memory, as framed: its content may be read and it can still be passed on.
     *
     * @throws java.io.UncheckedIOException when the body is longer than maxBytes
     */
    public Exchange held(int maxBytes) throws IOException {
        invite();
        ByteArrayOutputStream framed = new BoundedBuffer(maxBytes);
        Body.of(request).copy(request.fields(), in, framed);
        InputStream body = new ByteArrayInputStream(framed.toByteArray());
        return new Exchange(request, body, out);
    }

    /** Answers, and says whether the connection lives on. */
    public boolean reply(Reply reply) throws IOException {
        reply.send(request.method(), request.keepsAlive(), out);
        return request.keepsAlive();
    }

    /** Answers a request whose body was not read: the connection cannot live on. */
    public boolean refuse(Reply reply) throws IOException {
        reply.send(request.method(), false, out);
        return false;
    }
}
