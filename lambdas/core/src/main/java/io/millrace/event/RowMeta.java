package io.millrace.event;

import org.jspecify.annotations.Nullable;

/**
 * Where a row comes from: the values of the system columns.
 *
 * @param context what the door knew of the request, a JSON object
 * @param protocol what the payload is written in; null where it is no event
 * @param sentAtMicros when the sender says it sent the request, by its own clock
 */
public record RowMeta(
        String batchId,
        long receivedAtMicros,
        long ingestedAtMicros,
        String sourceSystem,
        @Nullable String sourceFile,
        String sourcePosition,
        @Nullable String contractVersion,
        String serviceVersion,
        @Nullable String context,
        @Nullable String protocol,
        @Nullable Long sentAtMicros) {}
