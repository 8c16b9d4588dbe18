package io.millrace.send;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** The rows of a file, one after another: NDJSON when its first character is a brace, else CSV with a header. */
interface Rows extends Closeable {

    /**
     * The next row, or null after the last.
     *
     * @throws RowException if it cannot be read as a row of this file
     */
    @Nullable
    Row next() throws IOException;

    /** Opens a file, unpacking it when its bytes say gzip, whatever its name says. */
    static Rows open(Path file) throws IOException {
        return of(Files.newInputStream(file));
    }

    static Rows of(InputStream bytes) throws IOException {
        InputStream plain = unpacked(bytes);
        skipByteOrderMark(plain);
        plain.mark(1);
        int first = plain.read();
        plain.reset();
        RecordBytes records = new RecordBytes(plain, first != '{');
        return first == '{' ? new NdjsonRows(records) : CsvRows.withHeader(records);
    }

    private static InputStream unpacked(InputStream bytes) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(bytes, 1 << 16);
        buffered.mark(2);
        boolean gzip = buffered.read() == 0x1f && buffered.read() == 0x8b;
        buffered.reset();
        return gzip ? new BufferedInputStream(new GZIPInputStream(buffered, 1 << 16), 1 << 16) : buffered;
    }

    private static void skipByteOrderMark(InputStream plain) throws IOException {
        plain.mark(3);
        if (plain.read() != 0xef || plain.read() != 0xbb || plain.read() != 0xbf) {
            plain.reset();
        }
    }
}
