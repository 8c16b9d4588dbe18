package io.millrace.lake;

import java.util.Optional;

/**
 * Which claims the ledger may forget. A claim stays
 *
 * <ul>
 *   <li>until a fold has it, all tables have that fold, and the fold is older than the age: age alone removes nothing, and
 *       who still works with what it read before lives for minutes;
 *   <li>as long as its shard's dedup window is made from it: those after the window that the newest claim names. They stay
 *       for ever in a shard that is finished, since a child may still be opened and asks for its parents' windows;
 *   <li>as the newest or the newest folded one of its shard, which the head and a rebuild name.
 * </ul>
 *
 * <p>All of this only ever moves on, so what was read a while ago keeps more than it must, never less. Heads, folds and
 * manifests are never removed: a head without its claims is some bytes, and the manifests are the ledger's books.
 */
public final class ClaimRule {
    private final FoldManifest settled;

    /** @param settled the newest fold that is old enough, and that all its tables and those of all folds before it have */
    public ClaimRule(FoldManifest settled) {
        this.settled = settled;
    }

    /** No claim of the shard after this one may go, whatever its window: so many need not be asked about. */
    public long atMost(Head head) {
        return Math.min(settled.folded(head.shard()), head.k()) - 1;
    }

    /**
     * Whether nobody who looks for claims to fold has to come upon the shard: all its claims are in their tables since so
     * long that nobody works with what it read before. Its next attempt wakes it.
     */
    public boolean mayRest(Head head) {
        return head.k() > 0 && head.k() <= settled.folded(head.shard()) && head.attempts() == 0;
    }

    /**
     * The last claim of a shard that may go, and all before it may too; 0 or less for none.
     *
     * @param windowK up to which claim the window that the head's claim names reaches, or empty if the shard has no window,
     *     since its events come from no stream
     */
    public long last(Head head, Optional<Long> windowK) {
        return Math.min(atMost(head), windowK.orElse(Long.MAX_VALUE));
    }
}
