package io.millrace.lake;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes the first head of a shard. A missing head is a beginning only for a first shard of a stream that the ledger was
 * told of, and for a child of shards that have one; anywhere else it is a loss, and nothing may be written.
 */
public final class ShardOpening {
    private final Ledger ledger;
    private final Lineage lineage;

    public ShardOpening(Ledger ledger, Lineage lineage) {
        this.ledger = ledger;
        this.lineage = lineage;
    }

    /**
     * Opens the shard, or the oldest of its ancestors that has no head: a shard that never held a record has none. At
     * most one write; the caller reads the head and comes again while it is missing.
     *
     * @throws LostLedgerException if the missing head is a loss
     */
    void open(ShardId shard) {
        ShardId oldest = shard;
        Set<ShardId> parents = lineage.parents(oldest);
        for (ShardId missing = missing(parents); missing != null; missing = missing(parents)) {
            oldest = missing;
            parents = lineage.parents(oldest);
        }
        if (!ledger.open(oldest, parents) && ledger.head(oldest).isEmpty()) {
            throw new LostLedgerException("Cannot open shard " + oldest
                    + ": the ledger has no head of it and does not know it as a first shard of its stream");
        }
    }

    private @Nullable ShardId missing(Set<ShardId> shards) {
        return shards.stream()
                .filter(each -> ledger.head(each).isEmpty())
                .sorted()
                .findFirst()
                .orElse(null);
    }
}
