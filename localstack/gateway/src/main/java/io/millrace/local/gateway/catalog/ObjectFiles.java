package io.millrace.local.gateway.catalog;

import io.millrace.local.gateway.upstream.EmulatorException;
import io.millrace.local.gateway.upstream.S3Location;
import io.millrace.local.gateway.upstream.Store;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.apache.iceberg.exceptions.NotFoundException;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.OutputFile;

/** Iceberg's metadata files, small enough for memory each, as objects of the store. */
final class ObjectFiles implements FileIO {
    private static final long serialVersionUID = 1L;

    private final transient Store store;

    ObjectFiles(Store store) {
        this.store = store;
    }

    @Override
    public InputFile newInputFile(String path) {
        return new ObjectInput(this, path);
    }

    @Override
    public OutputFile newOutputFile(String path) {
        return new ObjectOutput(this, path);
    }

    @Override
    public void deleteFile(String path) {
        S3Location location = S3Location.of(path);
        call(() -> {
            store.delete(location.bucket(), location.key());
            return location;
        });
    }

    /** The object's bytes; empty when there is no such object. */
    Optional<byte[]> find(String path) {
        S3Location location = S3Location.of(path);
        return call(() -> {
            try {
                return Optional.of(store.get(location.bucket(), location.key()));
            } catch (EmulatorException e) {
                if (e.status() == 404) {
                    return Optional.empty();
                }
                throw e;
            }
        });
    }

    byte[] read(String path) {
        return find(path).orElseThrow(() -> new NotFoundException("Cannot read %s: there is no such object", path));
    }

    void write(String path, byte[] content) {
        S3Location location = S3Location.of(path);
        call(() -> {
            store.put(location.bucket(), location.key(), content);
            return location;
        });
    }

    private static <T> T call(StoreCall<T> call) {
        try {
            return call.make();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new InterruptedIOException(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @FunctionalInterface
    private interface StoreCall<T> {
        T make() throws IOException, InterruptedException;
    }
}
