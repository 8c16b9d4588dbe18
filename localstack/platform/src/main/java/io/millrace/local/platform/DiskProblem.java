package io.millrace.local.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Says what a person can do about a file that could not be written. */
final class DiskProblem {

    static final String FULL = "the disk is full; free some space and run the command again";

    /** With less, a program that ends badly could not even say why in its log. */
    private static final long LEAST_BYTES = 256 * 1024;

    private DiskProblem() {}

    /** Whether the disk that a file lies on is full; what cannot be asked is taken for not full. */
    static boolean isFull(Path file) {
        try {
            return Files.exists(file) && Files.getFileStore(file).getUsableSpace() < LEAST_BYTES;
        } catch (IOException e) {
            return false;
        }
    }

    /** An explained failure to {@code verb object}. */
    static PlatformException explain(String task, IOException cause) {
        String message = String.valueOf(cause.getMessage());
        if (isFull(message)) {
            return new PlatformException("Cannot " + task + ": " + FULL, cause);
        }
        return new PlatformException("Cannot " + task + ": " + cause.getClass().getSimpleName() + " " + message, cause);
    }

    /** Whether a message, ours or another program's, tells of a full disk or quota. */
    static boolean isFull(String message) {
        String lower = message.toLowerCase(Locale.ROOT);
        return lower.contains("no space left on device")
                || lower.contains("disk quota exceeded")
                || lower.contains("enospc");
    }
}
