package io.millrace.proof.world;

import io.millrace.proof.choice.Choices;
import io.millrace.proof.fault.Trace;
import io.millrace.store.OutageException;
import java.util.ArrayList;
import java.util.List;

/** Writes that got no answer and are still on their way. */
final class LateWrites {
    private static final int ONE_IN = 8;

    private final Choices choices;
    private final Trace trace;
    private final List<Write> under = new ArrayList<>();

    LateWrites(Choices choices, Trace trace) {
        this.choices = choices;
        this.trace = trace;
    }

    void add(String what, Runnable write) {
        under.add(new Write(what, write));
    }

    /** Lets one land, at times. */
    void tick() {
        if (!under.isEmpty() && choices.next(ONE_IN) == 0) {
            land(under.remove(choices.next(under.size())));
        }
    }

    void landAll() {
        under.forEach(this::land);
        under.clear();
    }

    private void land(Write write) {
        trace.add(() -> "late write lands: " + write.what);
        try {
            write.effect.run();
        } catch (OutageException e) {
            trace.add(() -> "nobody hears: " + e.getMessage());
        }
    }

    private record Write(String what, Runnable effect) {}
}
