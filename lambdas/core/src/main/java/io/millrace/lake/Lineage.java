package io.millrace.lake;

import java.util.Set;

/** Which shards a shard came from. */
public interface Lineage {
    /** The parents of a shard that was split or merged from others, as the stream knows them; empty for a first shard. */
    Set<ShardId> parents(ShardId shard);
}
