package io.millrace.local.platform;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The end of a log, for an error message. */
final class LogTail {

    private static final int MAX_BYTES = 16 * 1024;

    private LogTail() {}

    /** Up to {@code maxLines} last lines, indented, under a line that names the file. */
    static String of(Path log, int maxLines) {
        List<String> lines = lines(log);
        if (lines.isEmpty()) {
            return " (its log " + log + " is empty)";
        }
        List<String> last = lines.subList(Math.max(0, lines.size() - maxLines), lines.size());
        return "; the end of " + log + ":\n  | " + String.join("\n  | ", last);
    }

    private static List<String> lines(Path log) {
        if (!Files.exists(log)) {
            return List.of();
        }
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long from = Math.max(0, file.length() - MAX_BYTES);
            byte[] end = new byte[(int) (file.length() - from)];
            file.seek(from);
            file.readFully(end);
            return new String(end, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException e) {
            return List.of("(unreadable: " + e.getMessage() + ")");
        }
    }
}
