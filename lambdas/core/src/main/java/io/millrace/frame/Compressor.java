package io.millrace.frame;

import com.github.luben.zstd.ZstdCompressCtx;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Compresses with zstd. Contexts are kept from call to call: making one for each frame of 6 KB costs 8 us, more than half
 * of the whole. There are as many as calls were ever made at once, each of about a megabyte outside of the heap.
 */
final class Compressor {
    // Level 1: the stream is paid by the byte in 25 KB steps, the door by the CPU millisecond.
    private static final int LEVEL = 1;

    private static final Queue<ZstdCompressCtx> IDLE = new ConcurrentLinkedQueue<>();

    private Compressor() {}

    /**
     * Compresses the first {@code length} bytes into {@code out}, from an offset.
     *
     * @param out with room for {@code Zstd.compressBound(length)} bytes
     * @return how many bytes it takes there
     */
    static int compress(byte[] plain, int length, byte[] out, int offset) {
        ZstdCompressCtx idle = IDLE.poll();
        ZstdCompressCtx context = idle == null ? new ZstdCompressCtx().setLevel(LEVEL) : idle;
        try {
            return context.compressByteArray(out, offset, out.length - offset, plain, 0, length);
        } finally {
            IDLE.add(context);
        }
    }
}
