package io.millrace.doctor;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What the machine offers: room, a folder to write to, ports. */
record Machine(Path root, Path state) {

    private static final long NEEDED_BYTES = 4L << 30;
    private static final long NEEDED_MEMORY_BYTES = 4L << 30;
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

    /** The functions' host may take 2 GB and the query engine 1.5 GB; a container's limit counts as the machine. */
    Finding memory() {
        long total = ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getTotalMemorySize();
        String found = String.format(Locale.ROOT, "%.1f GB of memory", total / 1e9);
        return total >= NEEDED_MEMORY_BYTES
                ? Finding.fine(found)
                : Finding.broken(found + ", needed are 4.3", "give the machine or the container more memory");
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
