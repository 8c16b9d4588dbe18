package io.millrace.local.gateway.proxy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.millrace.local.gateway.wire.Conversation;
import io.millrace.local.gateway.wire.Exchange;
import io.millrace.local.gateway.wire.Listener;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.TimeUnit;

/** A client of bytes, in front of a gateway that passes everything on. */
final class ByteClient implements AutoCloseable {
    private final Listener gateway;
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    ByteClient(URI upstream) throws IOException {
        gateway = new Listener("test", 0, () -> new Everything(new PassThrough(upstream)));
        socket = new Socket(InetAddress.getLoopbackAddress(), gateway.port());
        socket.setSoTimeout((int) TimeUnit.SECONDS.toMillis(30));
        in = socket.getInputStream();
        out = socket.getOutputStream();
    }

    void send(String text) throws IOException {
        RawServer.say(out, text);
    }

    void sendBlocks(byte[] block, int count) throws IOException {
        send("PUT / HTTP/1.1\r\nContent-Length: " + (long) block.length * count + "\r\n\r\n");
        for (int i = 0; i < count; i++) {
            out.write(block);
        }
    }

    String receive(int bytes) throws IOException {
        return new String(in.readNBytes(bytes), ISO_8859_1);
    }

    byte[] read(int bytes) throws IOException {
        return in.readNBytes(bytes);
    }

    String head() throws IOException {
        return RawServer.head(in);
    }

    String rest() throws IOException {
        return new String(in.readAllBytes(), ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
        gateway.close();
    }

    private record Everything(PassThrough passThrough) implements Conversation {
        @Override
        public boolean answer(Exchange exchange) throws IOException {
            return passThrough.pass(exchange, exchange.request(), ResponseCheck.NONE);
        }

        @Override
        public void close() throws IOException {
            passThrough.close();
        }
    }
}
