package io.millrace.bench.scale;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * What the committer has used up to now, or of it what one interval has.
 *
 * @param requests to the ledger
 * @param itemsRead of the ledger
 * @param itemsWritten of the ledger
 * @param objectsRead of the object store
 * @param cpuNanos of the thread that runs it
 */
public record FoldFigures(long requests, long itemsRead, long itemsWritten, long objectsRead, long cpuNanos) {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** CPU time of this thread so far. */
    static long threadNanos() {
        return THREADS.getCurrentThreadCpuTime();
    }

    FoldFigures since(FoldFigures before) {
        return new FoldFigures(
                requests - before.requests,
                itemsRead - before.itemsRead,
                itemsWritten - before.itemsWritten,
                objectsRead - before.objectsRead,
                cpuNanos - before.cpuNanos);
    }
}
