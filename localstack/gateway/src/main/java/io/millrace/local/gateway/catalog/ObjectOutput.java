package io.millrace.local.gateway.catalog;

import java.io.ByteArrayOutputStream;
import org.apache.iceberg.exceptions.AlreadyExistsException;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.OutputFile;
import org.apache.iceberg.io.PositionOutputStream;

/** An object to write: put as a whole when its stream is closed. */
record ObjectOutput(ObjectFiles files, String location) implements OutputFile {
    @Override
    public PositionOutputStream create() {
        if (toInputFile().exists()) {
            throw new AlreadyExistsException("Cannot create %s: it exists", location);
        }
        return createOrOverwrite();
    }

    @Override
    public PositionOutputStream createOrOverwrite() {
        return new Bytes();
    }

    @Override
    public InputFile toInputFile() {
        return new ObjectInput(files, location);
    }

    private final class Bytes extends PositionOutputStream {
        private final ByteArrayOutputStream content = new ByteArrayOutputStream();

        @Override
        public long getPos() {
            return content.size();
        }

        @Override
        public void write(int b) {
            content.write(b);
        }

        @Override
        public void write(byte[] buffer, int offset, int length) {
            content.write(buffer, offset, length);
        }

        @Override
        public void close() {
            files.write(location, content.toByteArray());
        }
    }
}
