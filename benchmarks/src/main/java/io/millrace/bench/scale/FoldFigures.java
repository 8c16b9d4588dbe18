package io.millrace.bench.scale;

import io.millrace.bench.lake.Call;
import io.millrace.bench.lake.Calls;

/**
 * What the committer has used in one interval.
 *
 * @param requests to the ledger
 * @param itemsRead of the ledger
 * @param itemsWritten of the ledger
 * @param objectsRead of the object store
 * @param cpuNanos of the thread that runs it
 */
public record FoldFigures(long requests, long itemsRead, long itemsWritten, long objectsRead, long cpuNanos) {
    /** @param calls of a committer, whose every write is one of a single item */
    static FoldFigures of(Calls calls, long cpuNanos) {
        return new FoldFigures(
                calls.of(Call.DYNAMO_READ) + calls.of(Call.DYNAMO_WRITE),
                calls.of(Call.DYNAMO_ITEM_READ),
                calls.of(Call.DYNAMO_WRITE),
                calls.of(Call.S3_GET),
                cpuNanos);
    }
}
