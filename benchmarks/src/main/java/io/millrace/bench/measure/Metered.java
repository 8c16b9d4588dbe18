package io.millrace.bench.measure;

import java.io.IOException;

/** Something that does its work once and knows what that took. */
public interface Metered {
    /**
     * What one go took.
     *
     * @param threadNanos CPU time of the thread that did it; the process's where that is all that is known
     * @param processNanos CPU time of the whole process meanwhile
     */
    record Reading(long events, long threadNanos, long processNanos) {}

    Reading once() throws IOException;

    /** Work of this process, on the calling thread. */
    static Metered here(Work work) {
        return () -> {
            long process = CpuClock.processNanos();
            long thread = CpuClock.threadNanos();
            long events = work.once();
            long threadTook = CpuClock.threadNanos() - thread;
            return new Reading(events, threadTook, CpuClock.processNanos() - process);
        };
    }
}
