package io.millrace.logs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A log that grows. A part that starts again moves its log aside and begins another under the same name: the rest of the
 * old one is read first.
 */
public final class LogFile implements AutoCloseable {

    private static final int BLOCK_BYTES = 64 * 1024;

    private final Path path;
    private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
    private @Nullable RandomAccessFile file;
    private @Nullable Object key;

    public LogFile(Path path) {
        this.path = path;
    }

    /**
     * The last lines, and what is appended from then on by {@link #more()}. None for a log that is not there yet.
     *
     * @param most how many lines, at most
     */
    public List<String> last(int most) throws IOException {
        RandomAccessFile log = open();
        if (log == null) {
            return List.of();
        }
        log.seek(start(log, most));
        List<String> lines = read(log);
        return lines.subList(Math.max(0, lines.size() - most), lines.size());
    }

    /** The lines that have been completed since the last call, also those of a log that took this one's place. */
    public List<String> more() throws IOException {
        RandomAccessFile log = open();
        if (log == null) {
            return List.of();
        }
        if (log.length() < log.getFilePointer()) {
            log.seek(0); // emptied in place
        }
        List<String> lines = read(log);
        if (!Objects.equals(key, keyOf(path))) {
            lines.addAll(rest());
            close();
            lines.addAll(more());
        }
        return lines;
    }

    private @Nullable RandomAccessFile open() throws IOException {
        if (file == null) {
            Object found = keyOf(path);
            if (found != null) {
                file = new RandomAccessFile(path.toFile(), "r");
                key = found;
            }
        }
        return file;
    }

    /** An offset with at least so many line ends behind it, or 0. */
    private static long start(RandomAccessFile log, int lines) throws IOException {
        byte[] block = new byte[BLOCK_BYTES];
        long at = log.length();
        int ends = 0;
        while (at > 0 && ends <= lines) {
            int size = (int) Math.min(BLOCK_BYTES, at);
            at -= size;
            log.seek(at);
            log.readFully(block, 0, size);
            for (int i = 0; i < size; i++) {
                ends += block[i] == '\n' ? 1 : 0;
            }
        }
        return at;
    }

    private List<String> read(RandomAccessFile log) throws IOException {
        List<String> lines = new ArrayList<>();
        byte[] block = new byte[BLOCK_BYTES];
        for (int size = log.read(block); size > 0; size = log.read(block)) {
            int from = 0;
            for (int i = 0; i < size; i++) {
                if (block[i] == '\n') {
                    begun.write(block, from, i - from);
                    lines.addAll(rest());
                    from = i + 1;
                }
            }
            begun.write(block, from, size - from);
        }
        return lines;
    }

    /** The line that has no end yet, as one. */
    private List<String> rest() {
        String line = begun.toString(StandardCharsets.UTF_8).stripTrailing();
        begun.reset();
        return line.isEmpty() ? List.of() : List.of(line);
    }

    private static @Nullable Object keyOf(Path path) throws IOException {
        try {
            return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
            file = null;
        }
    }
}
