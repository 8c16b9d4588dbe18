package io.millrace.lake.rebuild;

import io.millrace.lake.Claim;
import io.millrace.lake.Fold;
import io.millrace.lake.Head;
import io.millrace.lake.Ledger;
import java.util.Set;

/**
 * One thing to put back into a ledger. Each can be done again, or beside a living writer or committer: it changes nothing
 * that is there already, and never takes a head back.
 */
public sealed interface Repair {
    /** Does it. Returns whether the ledger lacked it. */
    boolean in(Ledger ledger);

    /** The stream is known, and of its first shards only these were never claimed from. */
    record KnownStream(String stream, Set<String> unclaimed) implements Repair {
        @Override
        public boolean in(Ledger ledger) {
            return ledger.begin(stream, unclaimed);
        }

        @Override
        public String toString() {
            return "stream " + stream + ", first shards that were never claimed from: " + unclaimed;
        }
    }

    /** A fold that a table lacks, or holds last, or the newest. */
    record StandingFold(Fold fold) implements Repair {
        @Override
        public boolean in(Ledger ledger) {
            return ledger.createFold(fold);
        }

        @Override
        public String toString() {
            return "fold " + fold.number() + ", tables that lack it or a fold before: " + fold.pending();
        }
    }

    /** A claim that is not folded, or that the shard's dedup window is made from. */
    record StandingClaim(Claim claim) implements Repair {
        @Override
        public boolean in(Ledger ledger) {
            return ledger.restore(claim);
        }

        @Override
        public String toString() {
            return "claim " + claim.k() + " of " + claim.shard();
        }
    }

    /** How far a shard is claimed. */
    record StandingHead(Head head) implements Repair {
        @Override
        public boolean in(Ledger ledger) {
            return ledger.restore(head);
        }

        @Override
        public String toString() {
            return "head of " + head.shard() + ": claim " + head.k() + ", up to " + head.end();
        }
    }
}
