package io.millrace.proof.world;

import io.millrace.proof.choice.Choices;
import io.millrace.proof.fault.Fault;
import io.millrace.proof.fault.Faults;
import java.util.Arrays;
import java.util.List;

/** Which faults a schedule has and when they are due. */
final class Plan {
    private static final int LAST_TICK = 120;
    private static final int MOST_MORE = 5;
    private static final int MOST_IN_A_ROW = 4;
    private static final int RESHARD_ONE_IN = 10;
    private static final List<Fault> SURE =
            Arrays.stream(Fault.values()).filter(Fault::isSure).toList();
    private static final List<Fault> PLANNED =
            Arrays.stream(Fault.values()).filter(Fault::isPlanned).toList();

    private final Faults faults;
    private final Fault[] what;
    private final int[] when;
    private final int[] times;
    private int dueYet;

    private Plan(Faults faults, int size) {
        this.faults = faults;
        what = new Fault[size];
        when = new int[size];
        times = new int[size];
    }

    /** At least two faults that are sure to hit, and in one schedule of ten a split shard. */
    static Plan of(Choices choices, Faults faults) {
        boolean reshard = choices.next(RESHARD_ONE_IN) == RESHARD_ONE_IN - 1;
        int more = choices.next(MOST_MORE + 1);
        Plan plan = new Plan(faults, 2 + more + (reshard ? 1 : 0));
        plan.set(0, SURE.get(choices.next(SURE.size())), choices);
        plan.set(1, SURE.get(choices.next(SURE.size())), choices);
        for (int i = 0; i < more; i++) {
            plan.set(2 + i, PLANNED.get(choices.next(PLANNED.size())), choices);
        }
        if (reshard) {
            plan.set(2 + more, Fault.SPLIT, choices);
        }
        return plan;
    }

    private void set(int index, Fault fault, Choices choices) {
        what[index] = fault;
        when[index] = choices.next(LAST_TICK);
        times[index] = 1 + choices.next(MOST_IN_A_ROW) * choices.next(2);
    }

    void tick(long tick) {
        for (int i = 0; i < what.length; i++) {
            if (when[i] == tick) {
                faults.arm(what[i], times[i]);
                dueYet++;
            }
        }
    }

    /** Whether everything planned was due. */
    boolean isOver() {
        return dueYet == what.length;
    }
}
