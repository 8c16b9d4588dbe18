package io.millrace.proof.world;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A hash of all answers that somebody got from the world. Who runs the same code and got the same answers is in the same
 * state.
 */
final class Seen {
    private static final long PRIME = 0x100000001b3L;

    private long hash;

    long hash() {
        return hash;
    }

    /** A new beginning; different from one that never saw anything only in having forgotten. */
    void forget() {
        hash = 1;
    }

    /** The same part of the world, each answer of which is noted. */
    <T> T through(Class<T> part, T behind) {
        return part.cast(Proxy.newProxyInstance(
                part.getClassLoader(), new Class<?>[] {part}, (proxy, method, arguments) -> {
                    Object answer = invoke(method, behind, arguments);
                    long noted = content(answer);
                    hash = (hash ^ method.getName().hashCode()) * PRIME;
                    hash = (hash ^ (noted * 0x9e3779b97f4a7c15L)) * PRIME;
                    return answer;
                }));
    }

    /** The same for equal answers; the hash of an array by itself is its identity's. */
    private static long content(@Nullable Object answer) {
        Object inner = answer instanceof Optional<?> optional ? optional.orElse(null) : answer;
        return Arrays.deepHashCode(new Object[] {inner instanceof List<?> list ? list.toArray() : inner});
    }

    private static Object invoke(Method method, Object behind, Object[] arguments) throws Throwable {
        try {
            return method.invoke(behind, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
