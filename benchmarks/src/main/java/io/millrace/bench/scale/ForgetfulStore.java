package io.millrace.bench.scale;

import io.millrace.store.ObjectStore;
import io.millrace.store.ObjectStoreException;
import java.io.FileNotFoundException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Objects in memory. The lake keeps its claim bodies and fold manifests for ever; here the oldest are forgotten, which
 * nobody in a simulation without losses asks for, so that a month fits in memory.
 */
final class ForgetfulStore implements ObjectStore {
    private final Map<String, byte[]> objects = new HashMap<>();
    private final Deque<String> oldest = new ArrayDeque<>();

    @Override
    public String root() {
        return "memory://lake/system/";
    }

    @Override
    public void write(String path, byte[] bytes) {
        create(path, bytes);
    }

    @Override
    public boolean create(String path, byte[] bytes) {
        boolean isNew = objects.putIfAbsent(path, bytes) == null;
        if (isNew) {
            oldest.add(path);
        }
        return isNew;
    }

    @Override
    public Optional<byte[]> find(String path) {
        return Optional.ofNullable(objects.get(path));
    }

    @Override
    public byte[] read(String path) {
        return find(path)
                .orElseThrow(() -> new ObjectStoreException("Cannot read " + path, new FileNotFoundException(path)));
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

    /** Forgets the oldest until so many are left. */
    void keepNewest(int objectCount) {
        while (objects.size() > objectCount) {
            objects.remove(oldest.remove());
        }
    }
}
