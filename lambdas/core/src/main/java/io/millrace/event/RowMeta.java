package io.millrace.event;

import org.jspecify.annotations.Nullable;

/**
 * Where a row comes from: the values of the system columns. Rows of one batch share these very objects, which is how the
 * files' writer knows them again; hence the boxed times.
 *
 * @param context what the door knew of the request, a JSON object
 * @param protocol what the payload is written in; null where it is no event
 * @param sentAtMicros when the sender says it sent the request, by its own clock
 */
public record RowMeta(
        String batchId,
        Long receivedAtMicros,
        Long ingestedAtMicros,
        String sourceSystem,
        @Nullable String sourceFile,
        String sourcePosition,
        @Nullable String contractVersion,
        String serviceVersion,
        @Nullable String context,
        @Nullable String protocol,
        @Nullable Long sentAtMicros) {}
