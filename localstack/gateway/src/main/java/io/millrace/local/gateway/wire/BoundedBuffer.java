package io.millrace.local.gateway.wire;

import java.io.ByteArrayOutputStream;
import java.io.UncheckedIOException;

/** A buffer in memory that refuses to grow past a limit. */
final class BoundedBuffer extends ByteArrayOutputStream {
    private final int maxBytes;

    BoundedBuffer(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    @Override
    public synchronized void write(int b) {
        check(1);
        super.write(b);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        check(length);
        super.write(bytes, offset, length);
    }

    private void check(int more) {
        if (size() + (long) more > maxBytes) {
            throw new UncheckedIOException(
                    new MalformedMessageException("Cannot take a body or line longer than " + maxBytes + " bytes"));
        }
    }
}
