package io.millrace.proof;

import java.util.List;

/**
 * A schedule that fails, made short.
 *
 * @param seed what it was made from
 * @param reason what must never happen and did
 * @param choices that reproduce the short schedule
 * @param trace what happens in it, line by line
 */
public record Failure(long seed, String reason, List<Integer> choices, List<String> trace) {
    public Failure {
        choices = List.copyOf(choices);
        trace = List.copyOf(trace);
    }
}
