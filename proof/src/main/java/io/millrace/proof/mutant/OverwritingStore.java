package io.millrace.proof.mutant;

import io.millrace.store.ForwardingStore;
import io.millrace.store.ObjectStore;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** An object store without conditional writes: who comes second writes over the first, and neither hears of it. */
final class OverwritingStore extends ForwardingStore {
    private final Map<String, byte[]> newest = new HashMap<>();

    OverwritingStore(ObjectStore store) {
        super(store);
    }

    @Override
    public boolean create(String path, byte[] bytes) {
        super.create(path, bytes);
        newest.put(path, bytes);
        return true;
    }

    @Override
    public Optional<byte[]> find(String path) {
        return super.find(path).map(first -> newest.getOrDefault(path, first));
    }

    @Override
    public byte[] read(String path) {
        byte[] first = super.read(path);
        return newest.getOrDefault(path, first);
    }
}
