package io.millrace.infra.environment;

import java.util.List;

/**
 * From the stream to the tables.
 *
 * @param batchRecords most stream records that one writer run takes
 * @param batchWindowSeconds how long records wait for company before the writer runs
 * @param commitIntervalSeconds from a claim to the commit that takes it in
 * @param dedupWindowMinutes how far back the writer recognises an event's second copy exactly
 * @param maxScanBytes most bytes that one Athena query may read
 * @param acceptedBreaks digests of breaking changes of contracts that are meant, as the refusal names them
 */
public record LakeSettings(
        FunctionSize writer,
        FunctionSize committer,
        FunctionSize migrate,
        FunctionSize replay,
        int batchRecords,
        int batchWindowSeconds,
        int commitIntervalSeconds,
        int dedupWindowMinutes,
        long maxScanBytes,
        List<String> acceptedBreaks) {
    public LakeSettings {
        Check.range("lake.batchRecords", batchRecords, 1, 10_000);
        Check.range("lake.batchWindowSeconds", batchWindowSeconds, 0, 300);
        // The interval is the queue's delay, which SQS ends at 15 minutes.
        Check.range("lake.commitIntervalSeconds", commitIntervalSeconds, 1, 900);
        Check.range("lake.dedupWindowMinutes", dedupWindowMinutes, 1, 10_080);
        Check.range("lake.maxScanBytes", maxScanBytes, 10_000_000, Long.MAX_VALUE);
        acceptedBreaks = List.copyOf(acceptedBreaks);
        for (String digest : acceptedBreaks) {
            if (!digest.matches("[a-z][a-z0-9_]*@[0-9a-f]{12}")) {
                throw new IllegalArgumentException("Cannot use setting lake.acceptedBreaks: '" + digest
                        + "' is not dataset@digest as a refused migration names it");
            }
        }
    }
}
