package io.millrace.bench.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.apache.iceberg.Files;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.OutputFile;

/** Files of tables on this machine's disk, named by their plain paths, and counted as S3's. */
final class DiskFiles implements FileIO {
    private static final long serialVersionUID = 1L;

    private final transient CallCount calls;

    DiskFiles(CallCount calls) {
        this.calls = calls;
    }

    @Override
    public InputFile newInputFile(String path) {
        calls.add(Call.S3_GET);
        return Files.localInput(path);
    }

    @Override
    public OutputFile newOutputFile(String path) {
        calls.put(path);
        return Files.localOutput(path);
    }

    @Override
    public void deleteFile(String path) {
        try {
            java.nio.file.Files.delete(Path.of(path));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + path, e);
        }
    }
}
