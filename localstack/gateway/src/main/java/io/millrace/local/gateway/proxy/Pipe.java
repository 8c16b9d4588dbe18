package io.millrace.local.gateway.proxy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Two directions of bytes, after an upgrade. */
final class Pipe {
    private static final Logger LOG = Logger.getLogger(Pipe.class.getName());
    private static final int BUFFER_BYTES = 16 * 1024;

    private Pipe() {}

    /**
     * Copies both ways and returns when the server's side has ended. The client's direction runs on a thread of its own,
     * which ends when the caller closes the connections.
     */
    static void join(InputStream client, OutputStream toServer, InputStream server, OutputStream toClient) {
        Thread upward =
                new Thread(() -> copy(client, toServer), Thread.currentThread().getName() + "-upward");
        upward.setDaemon(true);
        upward.start();
        copy(server, toClient);
    }

    private static void copy(InputStream in, OutputStream out) {
        byte[] buffer = new byte[BUFFER_BYTES];
        try {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                out.write(buffer, 0, read);
                out.flush();
            }
        } catch (IOException e) {
            LOG.log(Level.FINE, "Upgraded connection ended", e);
        }
    }
}
