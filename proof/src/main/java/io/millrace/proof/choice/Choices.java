package io.millrace.proof.choice;

/**
 * Every decision that a schedule takes, one after the other. All that is not decided by the code under test comes from
 * here, so that the same choices give the same schedule.
 */
public interface Choices {
    /**
     * The next decision.
     *
     * @param bound number of possibilities, at least 1
     * @return from 0, which is always the plainest possibility, to {@code bound - 1}
     */
    int next(int bound);
}
