package io.millrace.bench.lake;

import io.millrace.store.ForwardingStore;
import io.millrace.store.ObjectStore;
import java.util.List;
import java.util.Optional;

/** A store whose calls are counted as S3's. */
public final class CountedStore extends ForwardingStore {
    private final CallCount calls;

    public CountedStore(ObjectStore store, CallCount calls) {
        super(store);
        this.calls = calls;
    }

    @Override
    public void write(String path, byte[] bytes) {
        calls.put(path);
        super.write(path, bytes);
    }

    @Override
    public boolean create(String path, byte[] bytes) {
        calls.put(path);
        return super.create(path, bytes);
    }

    @Override
    public Optional<byte[]> find(String path) {
        calls.add(Call.S3_GET);
        return super.find(path);
    }

    @Override
    public byte[] read(String path) {
        calls.add(Call.S3_GET);
        return super.read(path);
    }

    @Override
    public byte[] read(String path, long offset, int length) {
        calls.add(Call.S3_GET);
        return super.read(path, offset, length);
    }

    @Override
    public List<String> list(String prefix) {
        // A listing is paid as a PUT is.
        calls.put(prefix);
        return super.list(prefix);
    }
}
