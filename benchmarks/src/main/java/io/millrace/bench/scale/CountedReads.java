package io.millrace.bench.scale;

import io.millrace.store.ObjectStore;
import java.util.List;
import java.util.Optional;

/** Counts the objects that one client reads. */
final class CountedReads implements ObjectStore {
    private final ObjectStore store;
    private long reads;

    CountedReads(ObjectStore store) {
        this.store = store;
    }

    /** Objects so far. */
    long reads() {
        return reads;
    }

    @Override
    public String root() {
        return store.root();
    }

    @Override
    public void write(String path, byte[] bytes) {
        store.write(path, bytes);
    }

    @Override
    public boolean create(String path, byte[] bytes) {
        return store.create(path, bytes);
    }

    @Override
    public Optional<byte[]> find(String path) {
        reads++;
        return store.find(path);
    }

    @Override
    public byte[] read(String path) {
        reads++;
        return store.read(path);
    }

    @Override
    public byte[] read(String path, long offset, int length) {
        reads++;
        return store.read(path, offset, length);
    }

    @Override
    public List<String> list(String prefix) {
        return store.list(prefix);
    }
}
