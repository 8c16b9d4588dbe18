package io.millrace.frame;

import com.github.luben.zstd.Zstd;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * The envelope around a frame's body: magic, version, codec, length, checksum.
 *
 * <pre>
 * offset  bytes  meaning
 *      0      2  magic 'M' 'R'
 *      2      1  version, 2; 1 is still read
 *      3      1  codec of the body: 0 stored, 1 zstd
 *      4      4  length of the body once decoded, big endian, at most {@value #MAX_BODY_BYTES}
 *      8      4  CRC32C of the body as it is stored, big endian
 *     12      …  body
 * </pre>
 *
 * <p>A reader refuses a version that it does not know: a new writer is deployed before a new door.
 */
public final class FrameCodec {
    /** Bound on what a reader allocates for one record, whatever the record says of itself. */
    public static final int MAX_BODY_BYTES = 16 * 1024 * 1024;

    /** Bound on the events of one record: what a reader makes of each weighs more than the few bytes it takes here. */
    public static final int MAX_ENTRIES = 65_536;

    static final int HEADER_BYTES = 12;
    static final byte VERSION = 2;
    static final byte WITHOUT_PROTOCOLS = 1;
    static final byte STORED = 0;
    static final byte ZSTD = 1;

    private FrameCodec() {}

    /** The bytes of one stream record; the same frame gives the same bytes. */
    public static byte[] encode(Frame frame) {
        if (frame.entries().size() > MAX_ENTRIES) {
            throw new IllegalArgumentException(
                    "Cannot encode frame: " + frame.entries().size() + " events");
        }
        VarWriter body = FrameBody.write(frame);
        int length = body.size();
        if (length > MAX_BODY_BYTES) {
            throw new IllegalArgumentException("Cannot encode frame: body of " + length + " bytes");
        }
        byte[] record = new byte[HEADER_BYTES + (int) Zstd.compressBound(length)];
        int compressed = Compressor.compress(body.buffer(), length, record, HEADER_BYTES);
        boolean smaller = compressed < length;
        if (!smaller) {
            System.arraycopy(body.buffer(), 0, record, HEADER_BYTES, length);
        }
        int end = HEADER_BYTES + (smaller ? compressed : length);
        ByteBuffer.wrap(record)
                .put((byte) 'M')
                .put((byte) 'R')
                .put(VERSION)
                .put(smaller ? ZSTD : STORED)
                .putInt(length)
                .putInt(checksum(record, HEADER_BYTES, end));
        return Arrays.copyOf(record, end);
    }

    /** Whether the bytes claim to be a frame, of any version. */
    public static boolean isFrame(byte[] record) {
        return record.length >= HEADER_BYTES && record[0] == 'M' && record[1] == 'R';
    }

    /** Reads one stream record, as {@link FrameDecoder} does; who reads many makes one of those. */
    public static Frame decode(byte[] record) throws CorruptFrameException {
        try (FrameDecoder decoder = new FrameDecoder()) {
            return decoder.decode(record);
        }
    }

    static int checksum(byte[] bytes, int from, int end) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, from, end - from);
        return (int) crc.getValue();
    }
}
