package io.millrace.frame;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** Reads what {@link VarWriter} wrote; every length is checked against what is left before it is believed. */
final class VarReader {
    private final byte[] bytes;
    private int position;

    VarReader(byte[] bytes) {
        this.bytes = bytes;
    }

    long number() throws CorruptFrameException {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            if (position >= bytes.length) {
                throw new CorruptFrameException("Cannot decode frame: body ends inside a number");
            }
            byte b = bytes[position++];
            value |= (b & 0x7FL) << shift;
            if (b >= 0) {
                return value;
            }
        }
        throw new CorruptFrameException("Cannot decode frame: number of more than 64 bits");
    }

    /** A number of things that take at least a byte each. */
    int count() throws CorruptFrameException {
        long count = number();
        if (count < 0 || count > bytes.length - position) {
            throw new CorruptFrameException("Cannot decode frame: count " + count + " is more than the body holds");
        }
        return (int) count;
    }

    String text() throws CorruptFrameException {
        int length = count();
        position += length;
        return new String(bytes, position - length, length, UTF_8);
    }

    byte[] blob() throws CorruptFrameException {
        int length = count();
        position += length;
        return Arrays.copyOfRange(bytes, position - length, position);
    }

    void end() throws CorruptFrameException {
        if (position != bytes.length) {
            throw new CorruptFrameException(
                    "Cannot decode frame: " + (bytes.length - position) + " bytes after the last entry");
        }
    }
}
