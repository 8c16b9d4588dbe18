package io.millrace.local.platform;

import java.io.IOException;
import java.util.Locale;

/** Says what a person can do about a file that could not be written. */
final class DiskProblem {

    private DiskProblem() {}

    /** An explained failure to {@code verb object}. */
    static PlatformException explain(String task, IOException cause) {
        String message = String.valueOf(cause.getMessage());
        if (isFull(message)) {
            return new PlatformException(
                    "Cannot " + task + ": the disk is full; free some space and run the command again", cause);
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
