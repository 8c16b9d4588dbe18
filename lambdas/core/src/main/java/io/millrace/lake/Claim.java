package io.millrace.lake;

/**
 * A shard's k-th claim as the ledger holds it: the promise that the files that its body names hold the records up to
 * {@code end}, and that no other claim does.
 *
 * @param shard whose it is
 * @param k its number, from 1, without gaps
 * @param id unique to the attempt that made it
 * @param end last position that it covers
 * @param body where its {@link ClaimBody} lies
 */
public record Claim(ShardId shard, long k, String id, Position end, String body) {
    public Claim {
        if (k < 1) {
            throw new IllegalArgumentException("Cannot make claim of " + shard + ": k " + k);
        }
    }
}
