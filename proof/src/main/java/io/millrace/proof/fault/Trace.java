package io.millrace.proof.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What happened in a schedule, for a person to read. Kept only when somebody wants it. */
public final class Trace {
    private final boolean kept;
    private final List<String> lines = new ArrayList<>();

    public Trace(boolean kept) {
        this.kept = kept;
    }

    public void add(Supplier<String> line) {
        if (kept) {
            lines.add(line.get());
        }
    }

    /** Whether adding a line has any effect. */
    public boolean isKept() {
        return kept;
    }

    public List<String> lines() {
        return List.copyOf(lines);
    }
}
