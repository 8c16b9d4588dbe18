package io.millrace.local.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;

/** Chooses ports of the loopback address. A port chosen once is not given out again by the same object. */
final class Ports {

    private final Set<Integer> given = new HashSet<>();

    /** The preferred port if nobody listens on it, else any free one. */
    int choose(int preferred) {
        if (!given.contains(preferred) && isFree(preferred)) {
            given.add(preferred);
            return preferred;
        }
        return any();
    }

    /** Takes a port out of the choice because a process of ours already listens on it. */
    int taken(int port) {
        given.add(port);
        return port;
    }

    int any() {
        int port;
        do {
            port = unused();
        } while (!given.add(port));
        return port;
    }

    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // As servers do: connections that a stopped server left behind do not count.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private static int unused() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot find a free port on the loopback address", e);
        }
    }
}
