package io.millrace.trace;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One time that the event came through the door.
 *
 * @param position stream/shard/sequence/index of the event in the record
 * @param duplicateOf position of the copy that is in silver; null unless this is a duplicate of it
 * @param rejection why it is in quarantine, or null
 * @param claim how the ledger took it; null where it has forgotten
 */
public record EventCopy(
        String dataset,
        String source,
        String batchId,
        Instant receivedAt,
        String position,
        @Nullable String contractVersion,
        Instant writtenAt,
        Fate fate,
        @Nullable String duplicateOf,
        @Nullable WhyRejected rejection,
        @Nullable LedgerEntry claim,
        List<Landing> landings) {

    public EventCopy {
        landings = List.copyOf(landings);
    }

    EventCopy with(@Nullable LedgerEntry itsClaim, List<Landing> itsLandings) {
        return new EventCopy(
                dataset,
                source,
                batchId,
                receivedAt,
                position,
                contractVersion,
                writtenAt,
                fate,
                duplicateOf,
                rejection,
                itsClaim,
                itsLandings);
    }

    /**
     * A row of it.
     *
     * @param table with its database
     * @param committedAt when readers could see it; null where the table's history has expired
     */
    public record Landing(
            String layer,
            String table,
            String file,
            @Nullable Instant committedAt) {}

    /**
     * The claim that wrote it and the fold that brought it to the tables.
     *
     * @param fold null while the claim waits for one
     */
    public record LedgerEntry(
            String shard,
            long k,
            String claimId,
            @Nullable Instant claimedAt,
            @Nullable Long fold,
            @Nullable Instant foldedAt) {}
}
