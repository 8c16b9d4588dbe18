package io.millrace.proof.world;

import io.millrace.proof.choice.Choices;
import io.millrace.proof.fault.Fault;
import java.util.ArrayList;
import java.util.List;

/** Clients and the door: puts requests of records, and puts them again when their answer was bad or lost. */
final class Door {
    private static final int MOST_RECORDS = 12;
    private static final int IDS_PER_BUCKET = 40;
    private static final int NO_FRAME_ONE_IN = 32;

    private final World world;
    private int left;

    /** @param records to put in all, copies included */
    Door(World world, int records) {
        this.world = world;
        this.left = records;
    }

    boolean isDone() {
        return left <= 0;
    }

    /** One request. */
    void put() {
        Choices choices = world.choices;
        int size = 1 + choices.next(MOST_RECORDS);
        List<Draft> request = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            request.add(draft(choices));
        }
        if (world.faults.hits(Fault.PARTIAL_PUT)) {
            take(request.subList(0, choices.next(size + 1)));
        }
        if (world.faults.hits(Fault.LOST_PUT_ANSWER)) {
            take(request);
        }
        take(request);
    }

    private void take(List<Draft> drafts) {
        for (Draft draft : drafts) {
            SimRecord taken = world.stream.put(draft.bucket, draft.kind, draft.events);
            left--;
            world.trace.add(() -> "put " + taken);
        }
    }

    private Draft draft(Choices choices) {
        int bucket = choices.next(SimEvent.BUCKETS);
        if (world.faults.hits(Fault.KILLER_RECORD)) {
            return new Draft(bucket, SimRecord.Kind.KILLER, List.of());
        }
        SimEvent first = SimEvent.of(bucket, choices.next(IDS_PER_BUCKET));
        if (world.faults.isDue(Fault.THROWING_RECORD) && first.fate() == SimEvent.Fate.SILVER) {
            world.faults.hit(Fault.THROWING_RECORD);
            return new Draft(bucket, SimRecord.Kind.THROWING, List.of(first));
        }
        int shape = choices.next(NO_FRAME_ONE_IN);
        if (shape == NO_FRAME_ONE_IN - 1) {
            return new Draft(bucket, SimRecord.Kind.NO_FRAME, List.of());
        }
        if (shape < NO_FRAME_ONE_IN - 8) {
            return new Draft(bucket, SimRecord.Kind.FRAME, List.of(first));
        }
        SimEvent second = SimEvent.of(bucket, choices.next(IDS_PER_BUCKET));
        return new Draft(bucket, SimRecord.Kind.FRAME, List.of(first, second, first));
    }

    private record Draft(int bucket, SimRecord.Kind kind, List<SimEvent> events) {}
}
