package io.millrace.local.gateway.wire;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A port on 127.0.0.1: a thread and a {@link Conversation} for each client connection. */
public final class Listener implements Closeable {
    private static final Logger LOG = Logger.getLogger(Listener.class.getName());
    private static final int MAX_CONNECTIONS = 1024;
    private static final int IDLE_MILLIS = 90_000;
    private static final int LINGER_MILLIS = 1_000;
    private static final int BUFFER_BYTES = 64 * 1024;

    private final ServerSocket server = new ServerSocket();
    private final ThreadPoolExecutor threads;
    private final Supplier<Conversation> conversations;

    /**
     * Starts to listen.
     *
     * @param port 0 for any free one
     */
    public Listener(String name, int port, Supplier<Conversation> conversations) throws IOException {
        this.conversations = conversations;
        this.threads = new ThreadPoolExecutor(0, MAX_CONNECTIONS, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), r -> {
            Thread thread = new Thread(r, name + "-connection");
            thread.setDaemon(true);
            return thread;
        });
        server.setReuseAddress(true);
        server.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), 512);
        Thread acceptor = new Thread(this::accept, name + "-acceptor");
        acceptor.start();
    }

    public int port() {
        return server.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        server.close();
        threads.shutdownNow();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                try {
                    threads.execute(() -> converse(socket));
                } catch (RejectedExecutionException e) {
                    LOG.log(Level.WARNING, "Cannot serve more than {0} connections", MAX_CONNECTIONS);
                    socket.close();
                }
            } catch (IOException e) {
                if (!server.isClosed()) {
                    LOG.log(Level.WARNING, "Cannot accept a connection", e);
                }
            }
        }
    }

    private void converse(Socket client) {
        try (client;
                Conversation conversation = conversations.get()) {
            client.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(client.getInputStream(), BUFFER_BYTES);
            OutputStream out = new BufferedOutputStream(client.getOutputStream(), BUFFER_BYTES);
            boolean open = true;
            while (open) {
                client.setSoTimeout(IDLE_MILLIS);
                RequestHead request;
                try {
                    request = RequestHead.read(in);
                } catch (MalformedMessageException e) {
                    Reply.json(400, "{\"message\":\"Cannot read the request as HTTP/1.1\"}")
                            .send("GET", false, out);
                    throw e;
                }
                if (request == null) {
                    return;
                }
                client.setSoTimeout(0);
                open = conversation.answer(new Exchange(request, in, out));
            }
            out.flush();
            linger(client, in);
        } catch (MalformedMessageException | UncheckedIOException e) {
            LOG.log(Level.WARNING, "Cannot serve a request: {0}", e.getMessage());
        } catch (IOException e) {
            LOG.log(Level.FINE, "Connection lost", e);
        }
    }

    /** Closing over unread bytes resets the connection, and the client may lose the answer already sent. */
    private static void linger(Socket client, InputStream in) throws IOException {
        client.shutdownOutput();
        client.setSoTimeout(LINGER_MILLIS);
        byte[] ignored = new byte[BUFFER_BYTES];
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LINGER_MILLIS);
        int read;
        do {
            read = in.read(ignored);
        } while (read >= 0 && System.nanoTime() < deadline);
    }
}
