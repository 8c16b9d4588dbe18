package io.millrace.event;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;

/**
 * Tells which of a few texts a run of bytes is, without making a text of it. The first eight bytes, the last eight and the
 * length, each compared in one step, are the whole of a text of up to sixteen.
 */
final class ByteNames {
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int SLOTS_A_NAME = 4;

    private final byte[][] names;
    private final long[] heads;
    private final long[] tails;
    private final int[] slots;

    /** @param texts all different; the number of each is its place */
    ByteNames(Collection<String> texts) {
        names = texts.stream()
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
        heads = new long[names.length];
        tails = new long[names.length];
        slots = new int[Integer.highestOneBit(Math.max(1, names.length)) * 2 * SLOTS_A_NAME];
        Arrays.fill(slots, -1);
        for (int i = 0; i < names.length; i++) {
            byte[] name = names[i];
            heads[i] = head(name, 0, name.length);
            tails[i] = tail(name, 0, name.length);
            int slot = slot(heads[i], name.length);
            while (slots[slot] >= 0) {
                slot = next(slot);
            }
            slots[slot] = i;
        }
    }

    /** The number of the text that stands from {@code from} to before {@code to}, or -1. */
    int find(byte[] bytes, int from, int to) {
        int length = to - from;
        long head = head(bytes, from, to);
        for (int slot = slot(head, length); ; slot = next(slot)) {
            int number = slots[slot];
            if (number < 0) {
                return -1;
            }
            byte[] name = names[number];
            if (name.length == length
                    && heads[number] == head
                    && tails[number] == tail(bytes, from, to)
                    && (length <= 2 * Long.BYTES || Arrays.equals(name, 0, length, bytes, from, to))) {
                return number;
            }
        }
    }

    /** The first eight bytes, or what there is of them. */
    private static long head(byte[] bytes, int from, int to) {
        int length = to - from;
        if (from + Long.BYTES <= bytes.length) {
            long eight = (long) EIGHT.get(bytes, from);
            return length >= Long.BYTES ? eight : eight & ((1L << (length * Byte.SIZE)) - 1);
        }
        long head = 0;
        for (int i = 0; i < length; i++) {
            head |= (bytes[from + i] & 0xFFL) << (i * Byte.SIZE);
        }
        return head;
    }

    /** The last eight bytes; 0 where the first eight are all. */
    private static long tail(byte[] bytes, int from, int to) {
        return to - from <= Long.BYTES ? 0 : (long) EIGHT.get(bytes, to - Long.BYTES);
    }

    /** A stranger's names can only collide with the few that are known. */
    private int slot(long head, int length) {
        long mixed = (head + length) * 0x9E37_79B9_7F4A_7C15L;
        return (int) (mixed >>> 40) & (slots.length - 1);
    }

    private int next(int slot) {
        return (slot + 1) & (slots.length - 1);
    }
}
