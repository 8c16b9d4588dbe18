package io.millrace.local.host.runtime;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * A switch for tests: invocations that fail although the function is well. Every other of them never starts, the others
 * do all their work and then their answer is lost; who calls cannot tell which, as on AWS when an environment dies. A
 * function that is stopped starts no invocation at all.
 */
final class InvocationFaults {
    private final Map<String, Integer> left = new HashMap<>();
    private final Set<String> stopped = new HashSet<>();

    /** What becomes of an invocation. */
    enum Fate {
        UNTOUCHED,
        NEVER_STARTED,
        ANSWER_LOST
    }

    /** Has that many invocations of the function fail, from the next one on; 0 for none. One that is stopped goes on. */
    synchronized void failNext(String function, int invocations) {
        stopped.remove(function);
        left.put(function, invocations);
    }

    /** How many are still to fail. */
    synchronized int left(String function) {
        return left.getOrDefault(function, 0);
    }

    /** Has the function start no invocation until {@link #failNext}. */
    synchronized void stop(String function) {
        stopped.add(function);
    }

    synchronized Fate next(String function) {
        if (stopped.contains(function)) {
            return Fate.NEVER_STARTED;
        }
        int before = left(function);
        if (before == 0) {
            return Fate.UNTOUCHED;
        }
        left.put(function, before - 1);
        return before % 2 == 0 ? Fate.NEVER_STARTED : Fate.ANSWER_LOST;
    }
}
