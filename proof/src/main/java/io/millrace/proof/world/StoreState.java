package io.millrace.proof.world;

import io.millrace.store.ObjectStore;
import io.millrace.store.ObjectStoreException;
import java.io.FileNotFoundException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is in the object store. Held to the same contract as every store, and knows no fault. */
public final class StoreState implements ObjectStore {
    private final Map<String, byte[]> objects = new HashMap<>();
    private final String root;

    /** @param root under which its objects go, a URI that ends with a slash */
    public StoreState(String root) {
        this.root = root;
    }

    @Override
    public String root() {
        return root;
    }

    @Override
    public void write(String path, byte[] bytes) {
        if (objects.putIfAbsent(path, bytes) != null) {
            throw new BrokenInvariantException("Object " + path + " was written twice");
        }
    }

    @Override
    public boolean create(String path, byte[] bytes) {
        return objects.putIfAbsent(path, bytes) == null;
    }

    @Override
    public Optional<byte[]> find(String path) {
        return Optional.ofNullable(objects.get(path));
    }

    @Override
    public byte[] read(String path) {
        byte[] bytes = objects.get(path);
        if (bytes == null) {
            throw new ObjectStoreException("Cannot read " + path, new FileNotFoundException(path));
        }
        return bytes;
    }

    @Override
    public byte[] read(String path, long offset, int length) {
        byte[] bytes = read(path);
        int from = (int) Math.min(bytes.length, offset);
        return Arrays.copyOfRange(bytes, from, (int) Math.min(bytes.length, offset + length));
    }

    @Override
    public List<String> list(String prefix) {
        return objects.keySet().stream()
                .filter(path -> path.startsWith(prefix))
                .sorted()
                .toList();
    }

    /** A hash of all objects. */
    long digest() {
        long digest = 0;
        for (Map.Entry<String, byte[]> object : objects.entrySet()) {
            digest += 0x9e3779b97f4a7c15L * (31L * object.getKey().hashCode() + Arrays.hashCode(object.getValue()));
        }
        return digest;
    }
}
