package io.millrace.trace;

import io.millrace.contract.Layer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row that holds a copy of the event.
 *
 * @param table with its database
 * @param file the data file that it is in
 * @param rejection why it is in quarantine; null elsewhere
 */
record FoundRow(
        Layer layer,
        String dataset,
        String table,
        String source,
        String batchId,
        Instant receivedAt,
        Instant writtenAt,
        String position,
        @Nullable String contractVersion,
        String file,
        @Nullable WhyRejected rejection) {}
