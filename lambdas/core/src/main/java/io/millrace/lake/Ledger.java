package io.millrace.lake;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who has claimed what, and which claims go into the tables together. Every read is consistent: it sees every write that
 * was answered before it began. A conditional write answers false when its condition does not hold and nothing was
 * written. {@link LedgerException} means that the answer is unknown: the write may or may not stand, now or a moment
 * later, and the caller reads again before it decides anything.
 */
public interface Ledger {
    /** The head of a shard, or empty if the shard was never opened. */
    Optional<Head> head(ShardId shard);

    /** The heads of all shards that were ever opened. */
    List<Head> heads();

    /** The heads of those shards that are not at rest: all that can have claims to fold. */
    List<Head> awake();

    /**
     * Lets a shard rest: from now on until its next attempt, nobody who looks for claims to fold comes upon it. Only for
     * a shard whose claims are all folded.
     *
     * @return false if the head is no longer at {@code head.k()} with {@code head.claimId()}, has attempts at what
     *     follows it, or rests already
     */
    boolean rest(Head head);

    /**
     * Marks a stream's first shards as free to start from nothing. Only a ledger that never heard of the stream takes
     * the mark: a head that is missing later is a loss, not a beginning.
     *
     * @return false if the stream is already known
     */
    boolean begin(String stream, Set<String> shards);

    /** Whether the shard is one of its stream's first and was not opened yet. */
    boolean mayBegin(ShardId shard);

    /**
     * Makes the first head of a shard. For a shard of {@link #begin} it uses up the mark in the same transaction; for a
     * child ({@code parents} not empty) it demands a head of each parent.
     *
     * @return false if there already is one, the mark is gone, or a parent has no head
     */
    boolean open(ShardId shard, Set<ShardId> parents);

    /**
     * Counts one more attempt at what follows the head. A shard that rests is awake from then on.
     *
     * @param suspect position of the record that is about to be begun on its own, or null for a whole batch
     * @return false if the head is no longer at {@code head.k()} with {@code head.claimId()}
     */
    boolean attempt(Head head, @Nullable Position suspect);

    /**
     * Takes back the attempts at what follows the head: they ended with an answer (a service was away), so they say
     * nothing against the records. Does nothing if the head has moved.
     */
    void forgive(Head head);

    /**
     * Puts the claim and moves the shard's head from {@code head} to it, in one transaction on that shard's items alone.
     *
     * @return false if the head is not {@code head} any more (compared by k, end and claim id), the claim exists, or the
     *     shard rests: an attempt comes first
     */
    boolean claim(Head head, Claim claim);

    /** The claims of a shard with {@code k > after}, ascending, at most {@code limit}. */
    List<Claim> claims(ShardId shard, long after, int limit);

    /** The newest fold, or empty before the first. */
    Optional<Fold> lastFold();

    /** One fold. */
    Optional<Fold> fold(long number);

    /**
     * Creates a fold.
     *
     * @return false if a fold of that number exists
     */
    boolean createFold(Fold fold);

    /**
     * Puts back the head of a shard, if the ledger has none of it or one with fewer claims. Attempts at what follows
     * it are counted from zero again, and the shard is awake. Only for a rebuild.
     *
     * @return false if the ledger has one that is as far
     */
    boolean restore(Head head);

    /**
     * Puts back a claim, if the ledger has none of its number. Only for a rebuild; no head moves.
     *
     * @return false if there is one
     */
    boolean restore(Claim claim);

    /**
     * Takes a claim out. Only for one that nobody asks for any more, see {@link ClaimRule}; no head moves.
     *
     * @return false if there is none of its number, or one with another id
     */
    boolean remove(Claim claim);

    /** Takes a table off the pending ones of a fold. Doing it twice, or for a table that is not there, changes nothing. */
    void settled(long fold, String table);
}
