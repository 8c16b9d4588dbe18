package io.millrace.ingest.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/** Bytes made of bytes. */
final class Packed {
    private static final int GZIP_HEADER = 10;

    private Packed() {}

    static byte[] gzip(byte[] plain) {
        return gzip(plain, 1);
    }

    /** A thousandth of the size. */
    static byte[] gzipOfZeros(int bytes) {
        byte[] piece = new byte[1 << 20];
        return gzip(piece, bytes / piece.length);
    }

    private static byte[] gzip(byte[] plain, int times) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            for (int i = 0; i < times; i++) {
                gzip.write(plain);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    /** With every optional field that RFC 1952 knows. */
    static byte[] gzipWithExtras(byte[] plain) {
        byte[] gzip = gzip(plain);
        byte[] header = Arrays.copyOf(gzip, GZIP_HEADER);
        header[3] = 2 | 4 | 8 | 16;
        byte[] extras = joined(new byte[] {3, 0, 1, 2, 3}, "name\0comment\0".getBytes(UTF_8), new byte[] {1, 2});
        return joined(header, extras, Arrays.copyOfRange(gzip, GZIP_HEADER, gzip.length));
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    static byte[] repeated(byte[] part, int times) {
        byte[][] parts = new byte[times][];
        Arrays.fill(parts, part);
        return joined(parts);
    }

    /** The text with its one {@code #} replaced. */
    static byte[] replaced(String text, byte[] bytes) {
        int at = text.indexOf('#');
        return joined(
                text.substring(0, at).getBytes(UTF_8),
                bytes,
                text.substring(at + 1).getBytes(UTF_8));
    }
}
