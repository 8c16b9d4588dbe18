package io.millrace.lake.parquet;

import io.millrace.event.TextBytes;
import java.nio.ByteBuffer;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.io.api.Binary;
import org.jspecify.annotations.Nullable;

/** Texts ({@link String} or {@link TextBytes}) and bytes ({@link ByteBuffer}): a length, then the bytes; ordered as unsigned bytes. */
final class ByteValues implements PlainValues {
    private final boolean bounded;
    private @Nullable TextBytes min;
    private @Nullable TextBytes max;

    ByteValues(boolean bounded) {
        this.bounded = bounded;
    }

    @Override
    public void put(Object value, PageBuffer page) {
        TextBytes bytes = bytes(value);
        page.putInt(bytes.lengthBytes());
        page.write(bytes.array(), bytes.from(), bytes.lengthBytes());
        if (bounded) {
            bound(bytes);
        }
    }

    private void bound(TextBytes bytes) {
        if (min == null || bytes.compareBytes(min) < 0) {
            min = bytes;
        }
        if (max == null || bytes.compareBytes(max) > 0) {
            max = bytes;
        }
    }

    @Override
    public void endPage(Statistics<?> statistics) {
        if (min != null && max != null) {
            statistics.updateStats(binary(min));
            statistics.updateStats(binary(max));
        }
        min = null;
        max = null;
    }

    private static Binary binary(TextBytes bytes) {
        return Binary.fromConstantByteArray(bytes.array(), bytes.from(), bytes.lengthBytes());
    }

    private static TextBytes bytes(Object value) {
        if (value instanceof TextBytes text) {
            return text;
        }
        if (value instanceof String text) {
            return TextBytes.of(text);
        }
        ByteBuffer buffer = (ByteBuffer) value;
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return TextBytes.of(bytes, 0, bytes.length);
    }
}
