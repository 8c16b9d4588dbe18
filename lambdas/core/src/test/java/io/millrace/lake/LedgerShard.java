package io.millrace.lake;

import java.util.Set;
import java.util.UUID;

/**
 * A ledger under test and a shard of its own in it.
 *
 * @param shard the first of a stream that the ledger was told of
 */
public record LedgerShard(Ledger ledger, ShardId shard) {
    /** A shard of a stream that nobody else has. */
    static LedgerShard of(Ledger ledger) {
        ShardId shard = new ShardId("stream-" + UUID.randomUUID(), "shardId-000000000000");
        ledger.begin(shard.stream(), Set.of(shard.shard()));
        return new LedgerShard(ledger, shard);
    }

    /** Opens it. */
    Head opened() {
        ledger.open(shard, Set.of());
        return ledger.head(shard).orElseThrow();
    }

    /** Opens it and claims up to position 9. */
    Head claimed() {
        Head head = opened();
        ledger.claim(head, claim(1, "a", 9));
        return head.next(Position.of(9), "a");
    }

    Claim claim(long k, String id, long end) {
        return new Claim(shard, k, id, Position.of(end), "mem://" + id);
    }
}
