package io.millrace.local.host.runtime;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The execution environments of one function: as many as there are events at a time, up to a limit, never a queue. */
final class EnvironmentPool {

    private final Function<Generation, ExecutionEnvironment> factory;
    private final Deque<ExecutionEnvironment> idle = new ArrayDeque<>();
    private int busy;

    EnvironmentPool(Function<Generation, ExecutionEnvironment> factory) {
        this.factory = factory;
    }

    /** An environment of this generation for the caller alone, or null if {@code limit} of them are busy. */
    synchronized @Nullable ExecutionEnvironment acquire(Generation generation, int limit) {
        if (busy >= limit) {
            return null;
        }
        busy++;
        while (!idle.isEmpty()) {
            // The one used last: the others stay idle, as on AWS.
            ExecutionEnvironment candidate = idle.pop();
            if (candidate.serves(generation)) {
                return candidate;
            }
            candidate.close();
        }
        return factory.apply(generation);
    }

    synchronized void release(ExecutionEnvironment environment, Generation current) {
        busy--;
        if (environment.serves(current)) {
            idle.push(environment);
        } else {
            environment.close();
        }
    }

    synchronized int busy() {
        return busy;
    }

    synchronized int idle() {
        return idle.size();
    }
}
