package io.millrace.frame;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import java.nio.ByteBuffer;

/**
 * Reads stream records that {@link FrameCodec} wrote, one after another. It keeps zstd's state between them: making that
 * anew costs 7 us a record, as much as decompressing the six events of one. Not for use by several threads.
 */
public final class FrameDecoder implements AutoCloseable {
    private static final long UNKNOWN_SIZE = -1;

    private final ZstdDecompressCtx zstd = new ZstdDecompressCtx();

    /**
     * Reads one stream record. Never allocates more than {@link FrameCodec#MAX_BODY_BYTES} and a small multiple of it,
     * and throws nothing else for any input.
     */
    public Frame decode(byte[] record) throws CorruptFrameException {
        if (!FrameCodec.isFrame(record)) {
            throw new CorruptFrameException("Cannot decode record: it does not start with a frame's header");
        }
        ByteBuffer in = ByteBuffer.wrap(record);
        byte version = in.get(2);
        if (version != FrameCodec.VERSION && version != FrameCodec.WITHOUT_PROTOCOLS) {
            throw new CorruptFrameException("Cannot decode frame: unknown version " + version);
        }
        int length = in.getInt(4);
        if (length < 0 || length > FrameCodec.MAX_BODY_BYTES) {
            throw new CorruptFrameException("Cannot decode frame: body length " + length);
        }
        if (FrameCodec.checksum(record, FrameCodec.HEADER_BYTES, record.length) != in.getInt(8)) {
            throw new CorruptFrameException("Cannot decode frame: checksum does not match");
        }
        return FrameBody.read(body(record, in.get(3), length), version);
    }

    @Override
    public void close() {
        zstd.close();
    }

    private byte[] body(byte[] record, byte codec, int length) throws CorruptFrameException {
        int stored = record.length - FrameCodec.HEADER_BYTES;
        if (codec == FrameCodec.ZSTD) {
            demandSize(Zstd.getFrameContentSize(record, FrameCodec.HEADER_BYTES, stored), length);
        }
        byte[] body = new byte[length];
        switch (codec) {
            case FrameCodec.STORED -> {
                if (stored != length) {
                    throw new CorruptFrameException(
                            "Cannot decode frame: " + stored + " bytes stored, " + length + " announced");
                }
                System.arraycopy(record, FrameCodec.HEADER_BYTES, body, 0, length);
            }
            case FrameCodec.ZSTD -> {
                long decoded;
                try {
                    decoded = zstd.decompressByteArray(body, 0, length, record, FrameCodec.HEADER_BYTES, stored);
                } catch (ZstdException e) {
                    throw new CorruptFrameException("Cannot decode frame: " + e.getMessage(), e);
                }
                if (decoded != length) {
                    throw new CorruptFrameException(
                            "Cannot decode frame: " + decoded + " bytes decoded, " + length + " announced");
                }
            }
            default -> throw new CorruptFrameException("Cannot decode frame: unknown codec " + codec);
        }
        return body;
    }

    /** Before anything is allocated: what the compressed bytes say of themselves. */
    private static void demandSize(long declared, int announced) throws CorruptFrameException {
        if (declared != announced && declared != UNKNOWN_SIZE) {
            throw new CorruptFrameException(
                    "Cannot decode frame: the body declares " + declared + " bytes, " + announced + " announced");
        }
    }
}
