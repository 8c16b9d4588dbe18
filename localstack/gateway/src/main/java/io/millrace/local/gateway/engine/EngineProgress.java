package io.millrace.local.gateway.engine;

/**
 * What a statement has cost so far.
 *
 * @param scannedBytes read from storage
 */
public record EngineProgress(
        long scannedBytes, long processedRows, long queuedMillis, long elapsedMillis, long peakMemoryBytes) {
    public static final EngineProgress NONE = new EngineProgress(0, 0, 0, 0, 0);
}
