package io.millrace.ingest;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Undoes gzip (RFC 1952): all members, one after the other, and nothing but members. Java's own stream calls itself for
 * each member, so that a body of many empty ones overflows the stack, and passes over whatever follows the last, so that
 * a damaged member and its events would be missed in silence.
 */
final class Gunzip {
    private static final int HEADER_BYTES = 10;
    private static final int TRAILER_BYTES = 8;
    private static final int DEFLATE = 8;
    private static final int HEADER_CRC = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int RESERVED = 0xe0;

    private final ByteBuffer packed;
    private final int maxBytes;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private final byte[] piece = new byte[8192];
    private final ByteArrayOutputStream plain = new ByteArrayOutputStream();

    private Gunzip(byte[] packed, int maxBytes) {
        this.packed = ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN);
        this.maxBytes = maxBytes;
    }

    /** Whether the bytes start as gzip does. */
    static boolean isGzip(byte[] bytes) {
        return bytes.length > 2 && bytes[0] == (byte) 0x1f && bytes[1] == (byte) 0x8b;
    }

    /**
     * Unpacks, and stops at the limit.
     *
     * @return null when there are more than {@code maxBytes}
     * @throws ZipException saying what of it is no gzip: "it ends early"
     */
    static byte @Nullable [] unpack(byte[] packed, int maxBytes) throws ZipException {
        Gunzip gunzip = new Gunzip(packed, maxBytes);
        try {
            do {
                if (!gunzip.member()) {
                    return null;
                }
            } while (gunzip.packed.hasRemaining());
            return gunzip.plain.toByteArray();
        } finally {
            gunzip.inflater.end();
        }
    }

    /** Reads one member; false when it is larger than may be. */
    private boolean member() throws ZipException {
        header();
        inflater.reset();
        inflater.setInput(packed.array(), packed.position(), packed.remaining());
        crc.reset();
        while (!inflater.finished()) {
            int bytes = inflate();
            if (bytes > maxBytes - plain.size()) {
                return false;
            }
            crc.update(piece, 0, bytes);
            plain.write(piece, 0, bytes);
        }
        packed.position(packed.position() + (int) inflater.getBytesRead());
        need(TRAILER_BYTES);
        int sum = packed.getInt();
        int length = packed.getInt();
        if (sum != (int) crc.getValue() || length != (int) inflater.getBytesWritten()) {
            throw new ZipException("its checksum or length does not match");
        }
        return true;
    }

    private int inflate() throws ZipException {
        int bytes;
        try {
            bytes = inflater.inflate(piece);
        } catch (DataFormatException e) {
            throw new ZipException("its data is damaged");
        }
        if (bytes == 0 && !inflater.finished()) {
            throw new ZipException(inflater.needsDictionary() ? "it needs a dictionary" : "it ends early");
        }
        return bytes;
    }

    private void header() throws ZipException {
        int start = packed.position();
        int there = packed.remaining();
        boolean magic = (there < 1 || packed.get(start) == 0x1f) && (there < 2 || packed.get(start + 1) == (byte) 0x8b);
        if (!magic) {
            throw new ZipException("something that is no gzip follows at byte " + start);
        }
        need(HEADER_BYTES);
        if (packed.get(start + 2) != DEFLATE) {
            throw new ZipException("its method is not deflate");
        }
        int flags = packed.get(start + 3);
        if ((flags & RESERVED) != 0) {
            throw new ZipException("it has flags that are not known");
        }
        packed.position(start + HEADER_BYTES);
        if ((flags & EXTRA) != 0) {
            need(2);
            skip(packed.getShort() & 0xffff);
        }
        for (int text : new int[] {NAME, COMMENT}) {
            if ((flags & text) != 0) {
                skipText();
            }
        }
        if ((flags & HEADER_CRC) != 0) {
            skip(2);
        }
    }

    private void skipText() throws ZipException {
        do {
            need(1);
        } while (packed.get() != 0);
    }

    private void skip(int bytes) throws ZipException {
        need(bytes);
        packed.position(packed.position() + bytes);
    }

    private void need(int bytes) throws ZipException {
        if (packed.remaining() < bytes) {
            throw new ZipException("it ends early");
        }
    }
}
