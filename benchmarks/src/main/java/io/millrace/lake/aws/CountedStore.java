package io.millrace.lake.aws;

import io.millrace.store.ObjectStore;
import java.util.List;
import java.util.Optional;

/** A store whose calls are counted as S3's. */
final class CountedStore implements ObjectStore {
    private final ObjectStore store;
    private final CallCount calls;

    CountedStore(ObjectStore store, CallCount calls) {
        this.store = store;
        this.calls = calls;
    }

    @Override
    public String root() {
        return store.root();
    }

    @Override
    public void write(String path, byte[] bytes) {
        calls.add(Call.S3_PUT);
        store.write(path, bytes);
    }

    @Override
    public boolean create(String path, byte[] bytes) {
        calls.add(Call.S3_PUT);
        return store.create(path, bytes);
    }

    @Override
    public Optional<byte[]> find(String path) {
        calls.add(Call.S3_GET);
        return store.find(path);
    }

    @Override
    public byte[] read(String path) {
        calls.add(Call.S3_GET);
        return store.read(path);
    }

    @Override
    public byte[] read(String path, long offset, int length) {
        calls.add(Call.S3_GET);
        return store.read(path, offset, length);
    }

    @Override
    public List<String> list(String prefix) {
        // A listing is paid as a PUT is.
        calls.add(Call.S3_PUT);
        return store.list(prefix);
    }
}
