package io.millrace.local.host.runtime;

import java.util.HashMap;
import java.util.Map;

/**
 * A switch for tests: invocations that fail although the function is well. Every other of them never starts, the others
 * do all their work and then their answer is lost; who calls cannot tell which, as on AWS when an environment dies.
 */
final class InvocationFaults {
    private final Map<String, Integer> left = new HashMap<>();

    /** What becomes of an invocation. */
    enum Fate {
        UNTOUCHED,
        NEVER_STARTED,
        ANSWER_LOST
    }

    /** Has that many invocations of the function fail, from the next one on; 0 for none. */
    synchronized void failNext(String function, int invocations) {
        left.put(function, invocations);
    }

    /** How many are still to fail. */
    synchronized int left(String function) {
        return left.getOrDefault(function, 0);
    }

    synchronized Fate next(String function) {
        int before = left(function);
        if (before == 0) {
            return Fate.UNTOUCHED;
        }
        left.put(function, before - 1);
        return before % 2 == 0 ? Fate.NEVER_STARTED : Fate.ANSWER_LOST;
    }
}
