package io.millrace.proof.fault;

import io.millrace.proof.choice.Choices;
import java.util.Arrays;

/** The faults that are due and those that have hit, in one schedule. */
public final class Faults {
    private static final Fault[] ALL = Fault.values();

    private final Choices choices;
    private final Trace trace;
    private final int[] due = new int[ALL.length];
    private final long[] hits = new long[ALL.length];
    private int dueInAll;

    public Faults(Choices choices, Trace trace) {
        this.choices = choices;
        this.trace = trace;
    }

    /** From now on the fault hits at the next chances, {@code times} in all. */
    public void arm(Fault fault, int times) {
        due[fault.index()] += times;
        dueInAll += times;
    }

    public boolean isDue(Fault fault) {
        return dueInAll > 0 && due[fault.index()] > 0;
    }

    /** Whether the fault hits here. */
    public boolean hits(Fault fault) {
        if (!isDue(fault)) {
            return false;
        }
        hit(fault);
        return true;
    }

    /** Whether the fault hits here, at a place that schedules come by so often that the first would always be taken. */
    public boolean hitsAtTimes(Fault fault, int oneIn) {
        return isDue(fault) && choices.next(oneIn) == 0 && hits(fault);
    }

    /** Counts a fault that hits, whether it was due or not. */
    public void hit(Fault fault) {
        int at = fault.index();
        if (due[at] > 0) {
            due[at]--;
            dueInAll--;
        }
        hits[at]++;
        trace.add(() -> "FAULT " + fault + ": " + fault.text());
    }

    public long[] hits() {
        return hits.clone();
    }

    /** Nothing more goes wrong. */
    public void heal() {
        Arrays.fill(due, 0);
        dueInAll = 0;
    }
}
