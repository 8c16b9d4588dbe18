package io.millrace.local.platform;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lets one command at a time change the platform of a state folder. The system frees it when its holder dies. */
final class UpLock {

    private static final Duration POLL = Duration.ofMillis(100);

    private final FileChannel channel;

    private UpLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Does the work alone. Waits for whoever holds the lock, and says so once.
     *
     * @throws PlatformException if it is still held after {@code patience}
     */
    static <T> T holding(Path file, Duration patience, Progress progress, Supplier<T> work) {
        UpLock lock = take(file, patience, progress);
        try {
            return work.get();
        } finally {
            lock.close();
        }
    }

    private static UpLock take(Path file, Duration patience, Progress progress) {
        try {
            Files.createDirectories(file.getParent());
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            return waitFor(channel, file, patience, progress);
        } catch (IOException e) {
            throw DiskProblem.explain("lock " + file, e);
        }
    }

    private static UpLock waitFor(FileChannel channel, Path file, Duration patience, Progress progress)
            throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        boolean told = false;
        while (tryLock(channel) == null) {
            String holder = Files.readString(file).strip();
            if (System.nanoTime() > deadline) {
                channel.close();
                throw new PlatformException("Cannot lock " + file + ": process " + holder + " has held it for "
                        + patience.toSeconds() + " s; wait for it, or end it and run the command again");
            }
            if (!told) {
                progress.stage("Waiting for another millrace command (process " + holder + ") to finish");
                told = true;
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
        byte[] me = Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8);
        channel.truncate(0).write(ByteBuffer.wrap(me), 0);
        return new UpLock(channel);
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    private void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw DiskProblem.explain("release the lock of the platform", e);
        }
    }
}
