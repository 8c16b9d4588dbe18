package io.millrace.quarantine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One rejected event or record.
 *
 * @param eventId as the event claims it, or null
 * @param position stream/shard/sequence/index: unique, and what to name it by
 * @param contractVersion that it was checked against; null for a record that no dataset was found for
 * @param payload the exact bytes as received; empty where they were not asked for
 * @param replay null for a row that waits for one
 */
@SuppressWarnings("ArrayRecordComponent") // shown, never compared
public record QuarantinedRow(
        String dataset,
        Instant receivedAt,
        String stage,
        String rule,
        String pointer,
        String reason,
        @Nullable String eventId,
        String source,
        String batchId,
        String position,
        @Nullable String contractVersion,
        byte[] payload,
        @Nullable Replay replay) {

    /**
     * That it was brought into the tables after all.
     *
     * @param fate {@code silver}, {@code duplicate} or {@code control}
     */
    public record Replay(Instant at, String fate) {}
}
