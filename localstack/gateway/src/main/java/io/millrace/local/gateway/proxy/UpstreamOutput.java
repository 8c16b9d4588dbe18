package io.millrace.local.gateway.proxy;

import java.io.IOException;
import java.io.OutputStream;

/** Tells a failure to write to the emulator from a failure to read from the client. */
final class UpstreamOutput extends OutputStream {
    private final OutputStream out;

    UpstreamOutput(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(int b) throws IOException {
        try {
            out.write(b);
        } catch (IOException e) {
            throw new UpstreamWriteException(e);
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            throw new UpstreamWriteException(e);
        }
    }

    @Override
    public void flush() throws IOException {
        try {
            out.flush();
        } catch (IOException e) {
            throw new UpstreamWriteException(e);
        }
    }
}
