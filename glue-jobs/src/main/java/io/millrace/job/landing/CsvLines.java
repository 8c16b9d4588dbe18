package io.millrace.job.landing;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a CSV file into records. A quoted cell may span lines; a quote that nobody closes spoils its own line and not the
 * file.
 */
final class CsvLines implements Closeable {
    private static final int MAX_LINES = 1_000;
    private static final int GZIP = 0x1f8b;

    /**
     * One record.
     *
     * @param line where it begins, from 1
     */
    record Line(long line, String text) {}

    private final BufferedReader reader;
    private final Deque<String> ahead = new ArrayDeque<>();
    private long next = 1;

    /** Reads UTF-8; gzip is told by its bytes. */
    CsvLines(InputStream in) throws IOException {
        BufferedInputStream bytes = new BufferedInputStream(in);
        bytes.mark(2);
        boolean zipped = (bytes.read() << 8 | bytes.read()) == GZIP;
        bytes.reset();
        reader = new BufferedReader(
                new InputStreamReader(zipped ? new GZIPInputStream(bytes) : bytes, StandardCharsets.UTF_8));
    }

    /** The next record that is not blank; null at the end. */
    @Nullable
    Line next() throws IOException {
        String first = line();
        while (first != null && first.isBlank()) {
            first = line();
        }
        if (first == null) {
            return null;
        }
        long at = next - 1;
        if (at == 1 && first.startsWith("\uFEFF")) {
            first = first.substring(1);
        }
        List<String> more = new ArrayList<>();
        StringBuilder text = new StringBuilder(first);
        boolean open = quotes(first) % 2 == 1;
        while (open && more.size() < MAX_LINES) {
            String line = line();
            if (line == null) {
                break;
            }
            more.add(line);
            text.append('\n').append(line);
            open = quotes(line) % 2 == 0;
        }
        if (open) {
            for (int i = more.size() - 1; i >= 0; i--) {
                ahead.push(more.get(i));
            }
            next -= more.size();
            return new Line(at, first);
        }
        return new Line(at, text.toString());
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private @Nullable String line() throws IOException {
        String line = ahead.isEmpty() ? reader.readLine() : ahead.pop();
        if (line != null) {
            next++;
        }
        return line;
    }

    private static long quotes(String text) {
        return text.chars().filter(each -> each == '"').count();
    }
}
