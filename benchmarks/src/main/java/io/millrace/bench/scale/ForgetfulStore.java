package io.millrace.bench.scale;

import io.millrace.store.ForwardingStore;
import io.millrace.store.MemoryStore;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The lake keeps its claim bodies and fold manifests for ever; here the oldest are forgotten, which nobody in a simulation
 * without losses asks for, so that a month fits in memory.
 */
final class ForgetfulStore extends ForwardingStore {
    private final MemoryStore objects;
    private final Deque<String> oldest = new ArrayDeque<>();

    ForgetfulStore() {
        this(new MemoryStore());
    }

    private ForgetfulStore(MemoryStore objects) {
        super(objects);
        this.objects = objects;
    }

    @Override
    public void write(String path, byte[] bytes) {
        super.write(path, bytes);
        oldest.add(path);
    }

    @Override
    public boolean create(String path, byte[] bytes) {
        boolean isNew = super.create(path, bytes);
        if (isNew) {
            oldest.add(path);
        }
        return isNew;
    }

    /** Forgets the oldest until so many are left. */
    void keepNewest(int objectCount) {
        while (oldest.size() > objectCount) {
            objects.forget(oldest.remove());
        }
    }
}
