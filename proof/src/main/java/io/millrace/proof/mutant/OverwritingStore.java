package io.millrace.proof.mutant;

import io.millrace.store.ObjectStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An object store without conditional writes: who comes second writes over the first, and neither hears of it. */
final class OverwritingStore implements ObjectStore {
    private final ObjectStore store;
    private final Map<String, byte[]> newest = new HashMap<>();

    OverwritingStore(ObjectStore store) {
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
        store.create(path, bytes);
        newest.put(path, bytes);
        return true;
    }

    @Override
    public Optional<byte[]> find(String path) {
        return store.find(path).map(first -> newest.getOrDefault(path, first));
    }

    @Override
    public byte[] read(String path) {
        byte[] first = store.read(path);
        return newest.getOrDefault(path, first);
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
