package io.millrace.bench.lake;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.iceberg.exceptions.AlreadyExistsException;
import org.apache.iceberg.exceptions.NotFoundException;
import org.apache.iceberg.inmemory.InMemoryInputFile;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.OutputFile;
import org.apache.iceberg.io.PositionOutputStream;

/** Iceberg's metadata files in memory, with their sizes. */
public final class MemoryFiles implements FileIO {
    private static final long serialVersionUID = 1L;

    private final Map<String, byte[]> files = new ConcurrentHashMap<>();

    /** All that is there under a prefix, in bytes. */
    public long bytes(String prefix) {
        return files.entrySet().stream()
                .filter(file -> file.getKey().startsWith(prefix))
                .mapToLong(file -> file.getValue().length)
                .sum();
    }

    @Override
    public InputFile newInputFile(String path) {
        byte[] bytes = files.get(path);
        if (bytes == null) {
            throw new NotFoundException("Cannot read %s: it does not exist", path);
        }
        return new InMemoryInputFile(path, bytes);
    }

    @Override
    public OutputFile newOutputFile(String path) {
        return new Output(path);
    }

    @Override
    public void deleteFile(String path) {
        files.remove(path);
    }

    private final class Output implements OutputFile {
        private final String path;

        Output(String path) {
            this.path = path;
        }

        @Override
        public PositionOutputStream create() {
            if (files.containsKey(path)) {
                throw new AlreadyExistsException("Cannot create %s: it exists", path);
            }
            return createOrOverwrite();
        }

        @Override
        public PositionOutputStream createOrOverwrite() {
            return new Stream(path);
        }

        @Override
        public String location() {
            return path;
        }

        @Override
        public InputFile toInputFile() {
            return newInputFile(path);
        }
    }

    /** A file is there once its stream is closed, as on S3. */
    private final class Stream extends PositionOutputStream {
        private final String path;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Stream(String path) {
            this.path = path;
        }

        @Override
        public long getPos() {
            return bytes.size();
        }

        @Override
        public void write(int value) {
            bytes.write(value);
        }

        @Override
        public void write(byte[] from, int offset, int length) {
            bytes.write(from, offset, length);
        }

        @Override
        public void close() {
            files.put(path, bytes.toByteArray());
        }
    }
}
