package io.millrace.frame;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** A growing buffer of varints, texts and blobs. */
final class VarWriter {
    private byte[] buffer;
    private int size;

    VarWriter(int expectedBytes) {
        buffer = new byte[Math.max(expectedBytes, 64)];
    }

    void number(long value) {
        ensure(10);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            buffer[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        buffer[size++] = (byte) rest;
    }

    void text(String text) {
        blob(text.getBytes(UTF_8));
    }

    void blob(byte[] bytes) {
        number(bytes.length);
        ensure(bytes.length);
        System.arraycopy(bytes, 0, buffer, size, bytes.length);
        size += bytes.length;
    }

    /** What was written, at its start; the rest is to be ignored. */
    byte[] buffer() {
        return buffer;
    }

    int size() {
        return size;
    }

    private void ensure(int more) {
        if (buffer.length - size < more) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, size + more));
        }
    }
}
