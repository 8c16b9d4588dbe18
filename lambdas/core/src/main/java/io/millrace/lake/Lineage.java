package io.millrace.lake;

import java.util.Set;

/** Which shards a shard came from. */
public interface Lineage {
    /**
     * The parents of a shard that was split or merged from others, as the stream knows them; empty for a first shard and
     * for one that has outlived the stream's retention.
     *
     * @throws io.millrace.store.OutageException if the stream cannot be asked, or does not list the shard yet: a list may
     *     lag, and a child that is taken for a first shard would not know what its parents brought to silver
     */
    Set<ShardId> parents(ShardId shard);
}
