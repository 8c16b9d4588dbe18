package io.millrace.lake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the record that takes the process with it, or makes our code throw, by the attempts that the head counts: from the
 * third one on, records go one by one until one that was begun on its own and never claimed is kept as bytes, unread; what
 * follows it goes together again. One of each run.
 */
final class Isolation {
    /** Attempts at a whole batch before its records go one by one. */
    private static final int WHOLE_BATCH_ATTEMPTS = 2;

    private boolean oneByOne;
    private @Nullable Head lastTried;
    private int triedHere;

    /** What to try after a head: all that is left, or its first record. */
    WriterAttempt attemptAt(Head head, List<StreamRecord> remaining) {
        // What this very run has tried it survived: only what others began and did not end is held against a record.
        boolean triedBefore = lastTried != null && head.k() == lastTried.k();
        triedHere = triedBefore ? triedHere : 0;
        oneByOne = oneByOne
                || head.attempts() - triedHere >= WHOLE_BATCH_ATTEMPTS
                || (head.suspect() != null && !triedBefore);
        StreamRecord first = remaining.get(0);
        boolean poison = first.position().equals(head.suspect()) && !triedBefore;
        return new WriterAttempt(head, oneByOne ? List.of(first) : remaining, poison);
    }

    /** The record to name in the head before an attempt is begun; null if it is at many. */
    @Nullable
    Position suspect(WriterAttempt attempt) {
        return oneByOne ? attempt.first().position() : null;
    }

    /** The attempt is counted in the head. */
    void begun(WriterAttempt attempt) {
        lastTried = attempt.head();
        triedHere++;
    }

    /** The attempt is claimed. Were it the culprit's, its neighbours have waited long enough. */
    void claimed(WriterAttempt attempt) {
        oneByOne = oneByOne && !attempt.poison();
    }

    /** Whether records go one by one, and the last that was begun is claimed. */
    boolean isBetweenRecords(Head head) {
        return oneByOne && lastTried != null && head.k() > lastTried.k();
    }
}
