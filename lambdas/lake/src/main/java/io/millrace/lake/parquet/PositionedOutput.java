package io.millrace.lake.parquet;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.iceberg.io.OutputFile;
import org.apache.parquet.io.DelegatingPositionOutputStream;
import org.apache.parquet.io.PositionOutputStream;

/**
 * A file of Iceberg's as Parquet's, which has its own interface for the same. It is buffered: Parquet writes headers and
 * footers by the byte, and asks after each page where it is. On a local disk that is a call of the system each time, 1.9 us
 * an event of the writer's 10.5.
 */
record PositionedOutput(OutputFile file) implements org.apache.parquet.io.OutputFile {
    @Override
    public PositionOutputStream create(long blockSizeHint) {
        return stream(file.create());
    }

    @Override
    public PositionOutputStream createOrOverwrite(long blockSizeHint) {
        return stream(file.createOrOverwrite());
    }

    @Override
    public boolean supportsBlockSize() {
        return false;
    }

    @Override
    public long defaultBlockSize() {
        return 0;
    }

    @Override
    public String getPath() {
        return file.location();
    }

    private static PositionOutputStream stream(org.apache.iceberg.io.PositionOutputStream out) {
        return new Buffered(out);
    }

    private static final class Buffered extends DelegatingPositionOutputStream {
        private static final int BUFFER_BYTES = 1 << 16;

        private long position;

        Buffered(OutputStream out) {
            super(new BufferedOutputStream(out, BUFFER_BYTES));
        }

        @Override
        public long getPos() {
            return position;
        }

        @Override
        public void write(int value) throws IOException {
            super.write(value);
            position++;
        }

        @Override
        public void write(byte[] bytes) throws IOException {
            write(bytes, 0, bytes.length);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            super.write(bytes, offset, length);
            position += length;
        }
    }
}
