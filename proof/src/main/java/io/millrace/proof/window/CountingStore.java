package io.millrace.proof.window;

import io.millrace.store.ObjectStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** Counts what is read from an object store. */
final class CountingStore {
    final ObjectStore store;
    private long reads;
    private long bytes;

    CountingStore(ObjectStore behind) {
        store = (ObjectStore) Proxy.newProxyInstance(
                ObjectStore.class.getClassLoader(), new Class<?>[] {ObjectStore.class}, (proxy, method, arguments) -> {
                    try {
                        Object answer = method.invoke(behind, arguments);
                        if (answer instanceof byte[] read) {
                            reads++;
                            bytes += read.length;
                        }
                        return answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause() == null ? e : e.getCause();
                    }
                });
    }

    long reads() {
        return reads;
    }

    long bytes() {
        return bytes;
    }
}
