package io.millrace.lake.rebuild;

import io.millrace.lake.Fold;
import io.millrace.lake.Head;
import io.millrace.lake.LakeObjects;
import io.millrace.lake.Ledger;
import io.millrace.lake.LostLedgerException;
import io.millrace.store.ObjectStore;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells a lost or restored ledger by a few reads, while traffic goes on. It finds what writers and committers would
 * refuse; {@link LedgerImage#lossesOf} looks at everything.
 */
public final class LedgerCheck {
    private final Ledger ledger;
    private final LakeObjects objects;

    public LedgerCheck(Ledger ledger, ObjectStore store) {
        this.ledger = ledger;
        this.objects = new LakeObjects(store);
    }

    /** What proves that the ledger is not the one that wrote the object store's claims and folds, a line each. */
    public List<String> losses() {
        try {
            List<Head> heads = ledger.heads();
            List<String> losses = new ArrayList<>();
            if (heads.isEmpty() && !objects.claimPaths("").isEmpty()) {
                losses.add("it has no shard, and the object store has claims");
            }
            if (foldAfterNextIsWritten()) {
                losses.add("its newest fold is " + lastFold() + ", and the object store has a later one");
            }
            heads.stream()
                    .filter(this::claimAfterNextIsWritten)
                    .forEach(head -> losses.add("it has claims of " + head.shard() + " up to " + head.k()
                            + ", and the object store has later ones"));
            return losses;
        } catch (LostLedgerException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    /** Whether the ledger holds nothing although folds were made: beginning anything in it would be a second beginning. */
    public boolean isEmptied() {
        return objects.fold(1).isPresent()
                && ledger.lastFold().isEmpty()
                && ledger.heads().isEmpty();
    }

    private boolean foldAfterNextIsWritten() {
        long before = lastFold();
        // It stands for proof that the fold before it was created, so a ledger that is read now must have that.
        return objects.fold(before + 2).isPresent() && lastFold() <= before;
    }

    private boolean claimAfterNextIsWritten(Head head) {
        return objects.claim(head.shard(), head.k() + 2).isPresent()
                && ledger.head(head.shard()).map(Head::k).orElse(0L) <= head.k();
    }

    private long lastFold() {
        return ledger.lastFold().map(Fold::number).orElse(0L);
    }
}
