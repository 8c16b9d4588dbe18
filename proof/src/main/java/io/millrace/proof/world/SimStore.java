package io.millrace.proof.world;

import io.millrace.proof.fault.Fault;
import io.millrace.proof.fault.Faults;
import io.millrace.store.ObjectStore;
import io.millrace.store.ObjectStoreException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The object store under {@code system/} as its clients see it: at times away. */
final class SimStore implements ObjectStore {
    private static final int SPREAD = 3;

    private final ObjectStore objects;
    private final Faults faults;

    SimStore(ObjectStore objects, Faults faults) {
        this.objects = objects;
        this.faults = faults;
    }

    @Override
    public String root() {
        return objects.root();
    }

    @Override
    public void write(String path, byte[] bytes) {
        answer(path);
        objects.write(path, bytes);
        loseAnswer(path);
    }

    @Override
    public boolean create(String path, byte[] bytes) {
        answer(path);
        boolean created = objects.create(path, bytes);
        loseAnswer(path);
        return created;
    }

    @Override
    public Optional<byte[]> find(String path) {
        answer(path);
        return objects.find(path);
    }

    @Override
    public byte[] read(String path) {
        answer(path);
        return objects.read(path);
    }

    @Override
    public byte[] read(String path, long offset, int length) {
        answer(path);
        return objects.read(path, offset, length);
    }

    @Override
    public List<String> list(String prefix) {
        answer(prefix);
        return objects.list(prefix);
    }

    private void answer(String path) {
        if (faults.hitsAtTimes(Fault.STORE_REFUSED, SPREAD)) {
            throw away(path);
        }
    }

    private void loseAnswer(String path) {
        if (faults.hitsAtTimes(Fault.STORE_ANSWER_LOST, SPREAD)) {
            throw away(path);
        }
    }

    private static ObjectStoreException away(String path) {
        return new ObjectStoreException("Cannot reach " + path, new IOException("no answer"));
    }
}
