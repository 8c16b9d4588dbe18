package io.millrace.proof.world;

import io.millrace.lake.ShardId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A shard of the simulated stream and how far its consumer has come. */
final class SimShard {
    final ShardId id;
    final int fromBucket;
    final int toBucket;
    final Set<ShardId> parents;
    final List<SimRecord> records = new ArrayList<>();
    final long listedFromTick;
    boolean closed;
    boolean begun;
    boolean busy;
    /** Whether two writers were at work on it at once, and each could take the other for dead. */
    boolean crowded;

    int acknowledged;
    int failures;
    int lastCut;

    /**
     * @param toBucket itself not included
     * @param listedFromTick when the list of shards shows it
     */
    SimShard(ShardId id, int fromBucket, int toBucket, Set<ShardId> parents, long listedFromTick) {
        this.id = id;
        this.fromBucket = fromBucket;
        this.toBucket = toBucket;
        this.parents = parents;
        this.listedFromTick = listedFromTick;
    }

    boolean takes(int bucket) {
        return !closed && fromBucket <= bucket && bucket < toBucket;
    }

    boolean isRead() {
        return closed && acknowledged == records.size();
    }

    int unread() {
        return records.size() - acknowledged;
    }
}
