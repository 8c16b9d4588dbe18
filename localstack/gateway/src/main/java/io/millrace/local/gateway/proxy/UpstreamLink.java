package io.millrace.local.gateway.proxy;

import io.millrace.local.gateway.wire.ResponseHead;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One connection to the emulator. */
final class UpstreamLink implements Closeable {
    private static final int CONNECT_MILLIS = 5_000;
    private static final int BUFFER_BYTES = 64 * 1024;
    /** Far below the emulator's keep-alive time, so that it does not close just as a request leaves. */
    private static final long MAX_IDLE_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private long idleSince = Long.MIN_VALUE;

    private UpstreamLink(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream(), BUFFER_BYTES);
        this.out = new BufferedOutputStream(socket.getOutputStream(), BUFFER_BYTES);
    }

    static UpstreamLink connect(URI upstream) throws IOException {
        Socket socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.connect(new InetSocketAddress(upstream.getHost(), upstream.getPort()), CONNECT_MILLIS);
            return new UpstreamLink(socket);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    InputStream in() {
        return in;
    }

    OutputStream out() {
        return out;
    }

    /** Marks that a response has been read to its end. */
    void rest() {
        idleSince = System.nanoTime();
    }

    /** Whether a request went over it before. */
    boolean used() {
        return idleSince != Long.MIN_VALUE;
    }

    boolean fresh() {
        return System.nanoTime() - idleSince < MAX_IDLE_NANOS;
    }

    /** The next head but 100, which the client was given already; null when the emulator closed. */
    @Nullable
    ResponseHead response() throws IOException {
        ResponseHead head = ResponseHead.read(in);
        while (head != null && head.status() == 100) {
            head = ResponseHead.read(in);
        }
        return head;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
