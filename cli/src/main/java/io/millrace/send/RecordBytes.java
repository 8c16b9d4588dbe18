package io.millrace.send;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Cuts a file into records at line ends; in CSV a line end inside quotes belongs to the record. */
final class RecordBytes implements Closeable {

    private final InputStream in;
    private final boolean quotes;

    RecordBytes(InputStream in, boolean quotes) {
        this.in = in;
        this.quotes = quotes;
    }

    /** The next record's exact bytes without its line end, blank lines skipped; null at the end. */
    byte @Nullable [] next() throws IOException {
        ByteArrayOutputStream record = new ByteArrayOutputStream(256);
        boolean quoted = false;
        while (true) {
            int read = in.read();
            if (read < 0 || (read == '\n' && !quoted)) {
                byte[] bytes = withoutCarriageReturn(record.toByteArray());
                if (bytes.length > 0) {
                    return bytes;
                }
                if (read < 0) {
                    return null;
                }
                record.reset();
                continue;
            }
            quoted ^= quotes && read == '"';
            record.write(read);
        }
    }

    static String text(long row, byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new RowException(row, "it is not UTF-8");
        }
    }

    private static byte[] withoutCarriageReturn(byte[] line) {
        boolean ends = line.length > 0 && line[line.length - 1] == '\r';
        return ends ? Arrays.copyOf(line, line.length - 1) : line;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
