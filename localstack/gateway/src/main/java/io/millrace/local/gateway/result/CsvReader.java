package io.millrace.local.gateway.result;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads back what {@link CsvWriter} wrote, from any line's first byte. */
public final class CsvReader implements Closeable {
    private final InputStream in;
    private long offset;

    /**
     * Opens a file.
     *
     * @param offset where a line starts, as {@link #offset()} said
     */
    public CsvReader(Path file, long offset) throws IOException {
        SeekableByteChannel channel = Files.newByteChannel(file).position(offset);
        this.in = new BufferedInputStream(Channels.newInputStream(channel), 64 * 1024);
        this.offset = offset;
    }

    /** The byte after the last line that was read. */
    public long offset() {
        return offset;
    }

    /** The next line's values; null at the end. */
    public @Nullable List<@Nullable String> read() throws IOException {
        int b = next();
        if (b < 0) {
            return null;
        }
        List<@Nullable String> values = new ArrayList<>();
        while (true) {
            if (b == '"') {
                values.add(quoted());
                b = next();
            } else {
                values.add(null);
            }
            if (b == '\n') {
                return values;
            }
            if (b != ',') {
                throw new IOException("Cannot read results: unexpected byte " + b + " before offset " + offset);
            }
            b = next();
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private String quoted() throws IOException {
        ByteArrayOutputStream value = new ByteArrayOutputStream();
        while (true) {
            int b = next();
            if (b < 0) {
                throw new EOFException("Cannot read results: ended inside a value at offset " + offset);
            }
            if (b == '"') {
                in.mark(1);
                if (in.read() != '"') {
                    in.reset();
                    return value.toString(UTF_8);
                }
                offset++;
            }
            value.write(b);
        }
    }

    private int next() throws IOException {
        int b = in.read();
        if (b >= 0) {
            offset++;
        }
        return b;
    }
}
