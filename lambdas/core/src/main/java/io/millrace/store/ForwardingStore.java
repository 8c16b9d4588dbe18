package io.millrace.store;

import java.util.List;
import java.util.Optional;

/**
 * An object store seen through something: a subclass overrides what it does otherwise. Several objects are read one after
 * another, each as the subclass reads one.
 */
public abstract class ForwardingStore implements ObjectStore {
    private final ObjectStore store;

    protected ForwardingStore(ObjectStore store) {
        this.store = store;
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
        return store.find(path);
    }

    @Override
    public byte[] read(String path) {
        return store.read(path);
    }

    @Override
    public byte[] read(String path, long offset, int length) {
        return store.read(path, offset, length);
    }

    @Override
    public List<String> list(String prefix) {
        return store.list(prefix);
    }
}
