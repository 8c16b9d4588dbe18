package io.millrace.doctor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What the machine offers: room, a folder to write to, ports. */
record Machine(Path root, Path state) {

    private static final long NEEDED_BYTES = 4L << 30;
    private static final int USUAL_PORT = 4566;

    Finding disk() throws IOException {
        Path there = Files.exists(state) ? state : root;
        long free = Files.getFileStore(there).getUsableSpace();
        String found = String.format(Locale.ROOT, "%.1f GB free for %s", free / 1e9, state);
        return free >= NEEDED_BYTES
                ? Finding.fine(found)
                : Finding.broken(
                        found + ", needed are 4.3", "free some space, or name another folder in MILLRACE_STATE");
    }

    Finding stateFolder() {
        try {
            Files.createDirectories(state);
            Files.delete(Files.createTempFile(state, "doctor", ""));
            return Finding.fine("state folder " + state + " can be written");
        } catch (IOException e) {
            return Finding.broken(
                    "state folder " + state + " cannot be written: " + e,
                    "make it writable, or name another folder in MILLRACE_STATE");
        }
    }

    /** Another port is taken when this one is not free, so it is worth knowing and no fault. */
    Finding usualPort(boolean running) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), USUAL_PORT));
            return Finding.fine("port " + USUAL_PORT + " is free");
        } catch (IOException e) {
            return Finding.fine("port " + USUAL_PORT + " is taken"
                    + (running ? "" : ", so the platform will choose another: see 'millrace outputs'"));
        }
    }
}
