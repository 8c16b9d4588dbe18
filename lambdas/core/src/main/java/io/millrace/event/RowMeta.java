package io.millrace.event;

import org.jspecify.annotations.Nullable;

/** Where a row comes from: the values of the system columns. */
public record RowMeta(
        String batchId,
        long receivedAtMicros,
        long ingestedAtMicros,
        String sourceSystem,
        @Nullable String sourceFile,
        String sourcePosition,
        @Nullable String contractVersion,
        String serviceVersion,
        @Nullable String context) {}
