package io.millrace.audit;

import io.millrace.lake.Ledger;
import io.millrace.lake.Position;
import io.millrace.lake.ShardId;
import java.util.Map;

/** How far a stream has come beyond what the ledger holds. */
@FunctionalInterface
public interface StreamTips {

    /** The newest record of each shard that has records after its head; a shard that is claimed to its tip is absent. */
    Map<ShardId, Position> tips(Ledger ledger);
}
