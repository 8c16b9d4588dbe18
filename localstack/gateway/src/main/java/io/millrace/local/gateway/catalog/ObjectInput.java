package io.millrace.local.gateway.catalog;

import java.io.ByteArrayInputStream;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.SeekableInputStream;

/** An object to read. */
record ObjectInput(ObjectFiles files, String location) implements InputFile {
    @Override
    public long getLength() {
        return files.read(location).length;
    }

    @Override
    public boolean exists() {
        return files.find(location).isPresent();
    }

    @Override
    public SeekableInputStream newStream() {
        return new Bytes(files.read(location));
    }

    private static final class Bytes extends SeekableInputStream {
        private final byte[] content;
        private ByteArrayInputStream rest;

        Bytes(byte[] content) {
            this.content = content;
            this.rest = new ByteArrayInputStream(content);
        }

        @Override
        public long getPos() {
            return (long) content.length - rest.available();
        }

        @Override
        public void seek(long position) {
            rest = new ByteArrayInputStream(content, (int) position, content.length - (int) position);
        }

        @Override
        public int read() {
            return rest.read();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            return rest.read(buffer, offset, length);
        }
    }
}
