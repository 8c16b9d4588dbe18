package io.millrace.store;

import java.io.FileNotFoundException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** An object store in memory that refuses what the protocol must never do: write a name twice. */
public final class MemoryStore implements ObjectStore {
    private final TreeMap<String, byte[]> objects = new TreeMap<>();
    private int reads;

    @Override
    public String root() {
        return "mem://lake/system/";
    }

    @Override
    public synchronized void write(String path, byte[] bytes) {
        if (objects.putIfAbsent(path, bytes.clone()) != null) {
            throw new IllegalStateException("Cannot write " + path + ": it exists");
        }
    }

    @Override
    public synchronized boolean create(String path, byte[] bytes) {
        return objects.putIfAbsent(path, bytes.clone()) == null;
    }

    @Override
    public synchronized Optional<byte[]> find(String path) {
        reads++;
        return Optional.ofNullable(objects.get(path)).map(byte[]::clone);
    }

    @Override
    public synchronized byte[] read(String path) {
        reads++;
        byte[] bytes = objects.get(path);
        if (bytes == null) {
            throw new ObjectStoreException("Cannot read " + path, new FileNotFoundException(path));
        }
        return bytes.clone();
    }

    @Override
    public synchronized byte[] read(String path, long offset, int length) {
        byte[] bytes = read(path);
        int from = (int) Math.min(bytes.length, offset);
        return Arrays.copyOfRange(bytes, from, (int) Math.min(bytes.length, offset + length));
    }

    @Override
    public synchronized List<String> list(String prefix) {
        return objects.keySet().stream().filter(path -> path.startsWith(prefix)).toList();
    }

    /** Takes an object away, as nothing in the protocol does; its name can be written again. */
    public synchronized void forget(String path) {
        objects.remove(path);
    }

    /** Reads so far. */
    public synchronized int reads() {
        return reads;
    }
}
