package io.millrace.proof.world;

import io.millrace.proof.fault.Fault;
import io.millrace.proof.fault.Faults;
import io.millrace.proof.fault.Trace;
import io.millrace.store.ObjectStore;
import io.millrace.store.ObjectStoreException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The object store under {@code system/}: strongly consistent, at times away. */
public final class SimStore implements ObjectStore {
    private static final int SPREAD = 3;

    private final Map<String, byte[]> objects = new HashMap<>();
    private final Faults faults;

    SimStore(Faults faults) {
        this.faults = faults;
    }

    /** One in which nothing goes wrong. */
    public static SimStore healthy() {
        return new SimStore(new Faults(bound -> 0, new Trace(false)));
    }

    @Override
    public String root() {
        return "sim://";
    }

    @Override
    public void write(String path, byte[] bytes) {
        answer(path);
        if (objects.putIfAbsent(path, bytes) != null) {
            throw new BrokenInvariantException("Object " + path + " was written twice");
        }
        if (faults.hitsAtTimes(Fault.STORE_ANSWER_LOST, SPREAD)) {
            throw away(path);
        }
    }

    @Override
    public boolean create(String path, byte[] bytes) {
        answer(path);
        boolean created = objects.putIfAbsent(path, bytes) == null;
        if (faults.hitsAtTimes(Fault.STORE_ANSWER_LOST, SPREAD)) {
            throw away(path);
        }
        return created;
    }

    @Override
    public Optional<byte[]> find(String path) {
        answer(path);
        return Optional.ofNullable(objects.get(path));
    }

    @Override
    public byte[] read(String path) {
        answer(path);
        return healthyRead(path);
    }

    @Override
    public byte[] read(String path, long offset, int length) {
        byte[] bytes = read(path);
        return Arrays.copyOfRange(bytes, (int) offset, (int) Math.min(bytes.length, offset + length));
    }

    @Override
    public List<String> list(String prefix) {
        answer(prefix);
        return objects.keySet().stream()
                .filter(path -> path.startsWith(prefix))
                .sorted()
                .toList();
    }

    /** Reads without faults, for those who judge. */
    byte[] healthyRead(String path) {
        byte[] bytes = objects.get(path);
        if (bytes == null) {
            throw new ObjectStoreException("Cannot read " + path, new FileNotFoundException(path));
        }
        return bytes;
    }

    /** A hash of all objects. */
    long digest() {
        long digest = 0;
        for (Map.Entry<String, byte[]> object : objects.entrySet()) {
            digest += 0x9e3779b97f4a7c15L * (31L * object.getKey().hashCode() + Arrays.hashCode(object.getValue()));
        }
        return digest;
    }

    private void answer(String path) {
        if (faults.hitsAtTimes(Fault.STORE_REFUSED, SPREAD)) {
            throw away(path);
        }
    }

    private static ObjectStoreException away(String path) {
        return new ObjectStoreException("Cannot reach " + path, new IOException("no answer"));
    }
}
