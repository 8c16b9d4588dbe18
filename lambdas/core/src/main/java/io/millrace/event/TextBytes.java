package io.millrace.event;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A text that stands in UTF-8 among other bytes, which nobody changes any more: what an event's row holds in place of a
 * {@link String} where no more is done with a text than to write it down. No String and no bytes of one are made, which
 * are most of what a row weighs. Equal to another of the same letters, never to a String.
 */
public final class TextBytes implements CharSequence {
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long MIX = 0x9E37_79B9_7F4A_7C15L;

    private final byte[] bytes;
    private final int from;
    private final int length;

    private TextBytes(byte[] bytes, int from, int length) {
        this.bytes = bytes;
        this.from = from;
        this.length = length;
    }

    /** Of the bytes from {@code from} to before {@code to}, which must be valid UTF-8. */
    public static TextBytes of(byte[] bytes, int from, int to) {
        return new TextBytes(bytes, from, to - from);
    }

    /** Of a text; half of a surrogate pair becomes a question mark. */
    public static TextBytes of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new TextBytes(bytes, 0, bytes.length);
    }

    /** The array that it stands in, of which {@link #lengthBytes} from {@link #from} on are its own. */
    public byte[] array() {
        return bytes;
    }

    public int from() {
        return from;
    }

    public int lengthBytes() {
        return length;
    }

    /** Orders texts by their bytes, unsigned, which is the order of their code points. */
    public int compareBytes(TextBytes other) {
        return Arrays.compareUnsigned(bytes, from, from + length, other.bytes, other.from, other.from + other.length);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TextBytes text
                && length == text.length
                && Arrays.equals(bytes, from, from + length, text.bytes, text.from, text.from + length);
    }

    /** Takes eight bytes in a step. */
    @Override
    public int hashCode() {
        long hash = length;
        int at = from;
        int end = from + length;
        for (; at <= end - Long.BYTES; at += Long.BYTES) {
            hash = (hash ^ (long) EIGHT.get(bytes, at)) * MIX;
            hash ^= hash >>> 32;
        }
        for (; at < end; at++) {
            hash = (hash ^ bytes[at]) * MIX;
        }
        return (int) (hash >>> 32);
    }

    @Override
    public String toString() {
        return new String(bytes, from, length, StandardCharsets.UTF_8);
    }

    @Override
    public int length() {
        return toString().length();
    }

    @Override
    public char charAt(int index) {
        return toString().charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return toString().subSequence(start, end);
    }
}
