package io.millrace.lake;

import org.jspecify.annotations.Nullable;

/**
 * How far a shard has been claimed. The ledger holds one for each shard that was ever read.
 *
 * @param shard whose it is
 * @param k number of the newest claim, 0 before the first
 * @param end position of the last record that a claim covers, null before the first claim
 * @param claimId id of claim k, null before the first
 * @param attempts how often the records after {@code end} were begun since claim k stood
 * @param suspect position of the record that was begun on its own and not claimed since, or null
 */
public record Head(
        ShardId shard,
        long k,
        @Nullable Position end,
        @Nullable String claimId,
        int attempts,
        @Nullable Position suspect) {

    public Head {
        if (k < 0 || (k == 0) != (claimId == null) || (k == 0) != (end == null) || attempts < 0) {
            throw new IllegalArgumentException(
                    "Cannot make head of " + shard + ": k " + k + ", end " + end + ", claim " + claimId);
        }
    }

    /** The head of a shard of which nothing has been claimed. */
    public static Head start(ShardId shard) {
        return new Head(shard, 0, null, null, 0, null);
    }

    /** Whether a claim already covers the position. */
    public boolean covers(Position position) {
        return end != null && position.compareTo(end) <= 0;
    }

    /** The head once the claim that follows this one stands. */
    public Head next(Position newEnd, String newClaimId) {
        return new Head(shard, k + 1, newEnd, newClaimId, 0, null);
    }
}
