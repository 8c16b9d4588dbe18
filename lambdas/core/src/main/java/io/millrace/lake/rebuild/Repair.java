package io.millrace.lake.rebuild;

import io.millrace.lake.Claim;
import io.millrace.lake.Fold;
import io.millrace.lake.Head;
import io.millrace.lake.Ledger;
import java.util.Set;
import java.util.function.Predicate;

/**
 * One thing to put back into a ledger. Each can be done again, or beside a living writer or committer: it changes nothing
 * that is there already, and never takes a head back.
 */
public final class Repair {
    private final String text;
    private final Predicate<Ledger> step;

    private Repair(String text, Predicate<Ledger> step) {
        this.text = text;
        this.step = step;
    }

    /** The stream is known, and of its first shards only these were never claimed from. */
    static Repair stream(String stream, Set<String> unclaimed) {
        return new Repair(
                "stream " + stream + ", first shards that were never claimed from: " + unclaimed,
                ledger -> ledger.begin(stream, unclaimed));
    }

    /** A fold that a table lacks, or holds last, or the newest. */
    static Repair fold(Fold fold) {
        return new Repair(
                "fold " + fold.number() + ", tables that lack it or a fold before: " + fold.pending(),
                ledger -> ledger.createFold(fold));
    }

    /** A claim that is not folded, or that the shard's dedup window is made from. */
    static Repair claim(Claim claim) {
        return new Repair("claim " + claim.k() + " of " + claim.shard(), ledger -> ledger.restore(claim));
    }

    /** How far a shard is claimed. */
    static Repair head(Head head) {
        return new Repair(
                "head of " + head.shard() + ": claim " + head.k() + ", up to " + head.end(),
                ledger -> ledger.restore(head));
    }

    /** Does it. Returns whether the ledger lacked it. */
    public boolean in(Ledger ledger) {
        return step.test(ledger);
    }

    @Override
    public String toString() {
        return text;
    }
}
