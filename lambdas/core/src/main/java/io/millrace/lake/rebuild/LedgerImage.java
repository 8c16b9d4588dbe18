package io.millrace.lake.rebuild;

import io.millrace.lake.Claim;
import io.millrace.lake.Fold;
import io.millrace.lake.Head;
import io.millrace.lake.Ledger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a ledger must hold, as far as anybody still asks for it.
 *
 * @param streams known streams, each with those of its first shards that were never claimed from
 * @param folds ascending; the newest, those that a table lacks, and the one that each table holds last
 * @param claims those that are not folded and those that a shard's dedup window is made from
 * @param heads of all shards that were ever claimed from and are not retired
 */
public record LedgerImage(Map<String, Set<String>> streams, List<Fold> folds, List<Claim> claims, List<Head> heads) {
    public LedgerImage {
        streams = Map.copyOf(streams);
        folds = List.copyOf(folds);
        claims = List.copyOf(claims);
        heads = List.copyOf(heads);
    }

    /**
     * What to put into the ledger, in this order. A head comes after its claims, since a writer that sees it loads them;
     * and a child's head before its parents', since a child without one would be opened as soon as its parents have
     * theirs. Ids of shards ascend with their age.
     */
    public List<Repair> repairs() {
        List<Repair> repairs = new ArrayList<>();
        streams.forEach((stream, unclaimed) -> repairs.add(Repair.stream(stream, unclaimed)));
        folds.forEach(fold -> repairs.add(Repair.fold(fold)));
        claims.forEach(claim -> repairs.add(Repair.claim(claim)));
        heads.stream()
                .sorted(Comparator.comparing(Head::shard).reversed())
                .forEach(head -> repairs.add(Repair.head(head)));
        return repairs;
    }

    /**
     * What proves that a ledger is not the one that wrote all this, a line each; nothing for a healthy one. That the last
     * claim or fold is not in it proves nothing: its writer may be about to make it, or have died, and the next makes it.
     */
    public List<String> lossesOf(Ledger ledger) {
        List<String> losses = new ArrayList<>();
        long lastFold = ledger.lastFold().map(Fold::number).orElse(0L);
        long proven = folds.isEmpty() ? 0 : folds.get(folds.size() - 1).number() - 1;
        if (lastFold < proven) {
            losses.add("its newest fold is " + lastFold + ", and fold " + proven + " was created");
        }
        for (Head head : heads) {
            Optional<Head> found = ledger.head(head.shard());
            if (found.isEmpty()) {
                losses.add("it has no head of " + head.shard() + ", which has claims up to " + head.k());
            } else if (found.get().k() < head.k() - 1) {
                losses.add("it has claims of " + head.shard() + " up to "
                        + found.get().k() + ", and claim " + (head.k() - 1) + " stood");
            }
        }
        for (Claim claim : claims) {
            long headK = ledger.head(claim.shard()).map(Head::k).orElse(0L);
            List<Claim> found = ledger.claims(claim.shard(), claim.k() - 1, 1);
            if (claim.k() <= headK && (found.isEmpty() || found.get(0).k() != claim.k())) {
                losses.add("claim " + claim.k() + " of " + claim.shard() + " is gone from it");
            }
        }
        return losses;
    }
}
