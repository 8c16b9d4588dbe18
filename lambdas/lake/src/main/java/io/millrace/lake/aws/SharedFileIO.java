package io.millrace.lake.aws;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.iceberg.aws.s3.S3FileIO;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.OutputFile;
import org.apache.iceberg.io.SupportsBulkOperations;

/**
 * Iceberg's S3 access with one client for the process. The Glue catalog makes a file access of its own for every table
 * that it loads, each with a client that is built, warmed and closed again; behind this one they are the same.
 */
public final class SharedFileIO implements SupportsBulkOperations {
    private static final long serialVersionUID = 1L;
    private static final Map<Map<String, String>, S3FileIO> SHARED = new ConcurrentHashMap<>();

    private Map<String, String> properties = Map.of();

    /** As Iceberg makes it, by name; {@link #initialize} follows. */
    public SharedFileIO() {}

    @Override
    public void initialize(Map<String, String> catalogProperties) {
        Map<String, String> ofProcess = new TreeMap<>(catalogProperties);
        // The names of the table at hand, of use only to Lake Formation's client.
        ofProcess.keySet().removeIf(name -> name.startsWith("lakeformation."));
        properties = Map.copyOf(ofProcess);
    }

    @Override
    public Map<String, String> properties() {
        return properties;
    }

    @Override
    public InputFile newInputFile(String path) {
        return s3().newInputFile(path);
    }

    @Override
    public InputFile newInputFile(String path, long length) {
        return s3().newInputFile(path, length);
    }

    @Override
    public OutputFile newOutputFile(String path) {
        return s3().newOutputFile(path);
    }

    @Override
    public void deleteFile(String path) {
        s3().deleteFile(path);
    }

    @Override
    public void deleteFiles(Iterable<String> paths) {
        s3().deleteFiles(paths);
    }

    /** Leaves the client to the others; it lives as long as the process. */
    @Override
    public void close() {}

    private S3FileIO s3() {
        return SHARED.computeIfAbsent(properties, SharedFileIO::open);
    }

    private static S3FileIO open(Map<String, String> properties) {
        S3FileIO io = new S3FileIO();
        io.initialize(properties);
        return io;
    }
}
