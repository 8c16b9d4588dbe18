package io.millrace.lake.parquet;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.io.api.Binary;
import org.jspecify.annotations.Nullable;

/** Texts ({@link String}) and bytes ({@link ByteBuffer}): a length, then the bytes; ordered as unsigned bytes. */
final class ByteValues implements PlainValues {
    private final boolean bounded;
    private byte @Nullable [] min;
    private byte @Nullable [] max;

    ByteValues(boolean bounded) {
        this.bounded = bounded;
    }

    @Override
    public void put(Object value, PageBuffer page) {
        byte[] bytes = value instanceof String text ? text.getBytes(UTF_8) : bytes((ByteBuffer) value);
        page.putInt(bytes.length);
        page.write(bytes, 0, bytes.length);
        if (bounded) {
            bound(bytes);
        }
    }

    private void bound(byte[] bytes) {
        if (min == null || Arrays.compareUnsigned(bytes, min) < 0) {
            min = bytes;
        }
        if (max == null || Arrays.compareUnsigned(bytes, max) > 0) {
            max = bytes;
        }
    }

    @Override
    public void endPage(Statistics<?> statistics) {
        if (min != null && max != null) {
            statistics.updateStats(Binary.fromConstantByteArray(min));
            statistics.updateStats(Binary.fromConstantByteArray(max));
        }
        min = null;
        max = null;
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
