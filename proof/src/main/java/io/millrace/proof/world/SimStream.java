package io.millrace.proof.world;

import io.millrace.lake.Lineage;
import io.millrace.lake.Position;
import io.millrace.lake.ShardId;
import io.millrace.lake.StreamRecord;
import io.millrace.proof.choice.Choices;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Streams, one generation after the other, with shards that split and merge. */
final class SimStream implements Lineage {
    /** Sequence numbers start where the number of digits soon grows. */
    private static final long FIRST_POSITION = 95;

    private static final String[] SHARDS =
            IntStream.range(0, 64).mapToObj("shardId-%03d"::formatted).toArray(String[]::new);

    final Map<ShardId, SimShard> shards = new LinkedHashMap<>();
    final List<SimRecord> records = new ArrayList<>();
    private final Choices choices;
    private final Format format;
    private final SimClock clock;
    private int generation;
    private int made;
    private long position;
    private long tick;

    SimStream(Choices choices, Format format, SimClock clock) {
        this.choices = choices;
        this.format = format;
        this.clock = clock;
    }

    String name() {
        return "events-g" + generation;
    }

    /** Makes the next generation of the stream, with so many shards, and names them. */
    Set<String> create(int count) {
        generation++;
        made = 0;
        position = FIRST_POSITION;
        for (int i = 0; i < count; i++) {
            make(SimEvent.BUCKETS * i / count, SimEvent.BUCKETS * (i + 1) / count, Set.of(), 0);
        }
        return current().stream().map(shard -> shard.id.shard()).collect(Collectors.toSet());
    }

    /** Shards that take records. */
    List<SimShard> open() {
        return shards.values().stream().filter(shard -> !shard.closed).toList();
    }

    private List<SimShard> current() {
        return shards.values().stream()
                .filter(shard -> shard.id.stream().equals(name()))
                .toList();
    }

    SimRecord put(int bucket, SimRecord.Kind kind, List<SimEvent> events) {
        SimShard shard = shardOf(bucket);
        int serial = records.size();
        StreamRecord delivered = format.record(serial, Position.of(position++), clock.millis(), kind, events);
        SimRecord record = new SimRecord(serial, kind, shard.id, events, delivered);
        shard.records.add(record);
        records.add(record);
        return record;
    }

    void split(SimShard parent, long listedFromTick) {
        int middle = (parent.fromBucket + parent.toBucket) / 2;
        parent.closed = true;
        make(parent.fromBucket, middle, Set.of(parent.id), listedFromTick);
        make(middle, parent.toBucket, Set.of(parent.id), listedFromTick);
    }

    void merge(SimShard low, SimShard high, long listedFromTick) {
        low.closed = true;
        high.closed = true;
        make(low.fromBucket, high.toBucket, Set.of(low.id, high.id), listedFromTick);
    }

    /** Whether everything in every shard was acknowledged. */
    boolean isRead() {
        for (SimShard shard : shards.values()) {
            if (shard.unread() > 0) {
                return false;
            }
        }
        return true;
    }

    /** Closes every shard for good: the stream is deleted once it was read. */
    void delete() {
        shards.values().forEach(shard -> shard.closed = true);
    }

    /** Notes a record that may be taken for one that ends its reader. */
    void suspect(ShardId id, Position position) {
        SimShard shard = shards.get(id);
        if (shard != null) {
            shard.records.stream()
                    .filter(record -> record.delivered().position().equals(position))
                    .forEach(SimRecord::suspect);
        }
    }

    /** Whether two writers were at work on a shard at once. */
    boolean crowded(ShardId id) {
        SimShard shard = shards.get(id);
        return shard != null && shard.crowded;
    }

    void at(long now) {
        tick = now;
    }

    @Override
    public Set<ShardId> parents(ShardId shard) {
        SimShard found = shards.get(shard);
        if (found == null) {
            return Set.of();
        }
        // Who asks sees an older list or the newest, whatever others have seen before.
        if (found.listedFromTick > tick && choices.next(2) != 0) {
            throw new NotListedException(shard);
        }
        return found.parents;
    }

    /** Whether all that came before a shard was acknowledged, through any number of reshardings. */
    boolean parentsAreRead(SimShard shard) {
        for (ShardId parent : shard.parents) {
            SimShard found = shards.get(parent);
            if (found != null && !(found.isRead() && parentsAreRead(found))) {
                return false;
            }
        }
        return true;
    }

    private void make(int from, int to, Set<ShardId> parents, long listedFromTick) {
        ShardId id = new ShardId(name(), SHARDS[made++]);
        shards.put(id, new SimShard(id, from, to, parents, listedFromTick));
    }

    private SimShard shardOf(int bucket) {
        SimShard found = null;
        for (SimShard shard : shards.values()) {
            found = shard.takes(bucket) ? shard : found;
        }
        return found(found, bucket);
    }

    private static SimShard found(@Nullable SimShard shard, int bucket) {
        if (shard == null) {
            throw new IllegalStateException("Cannot put a record: no shard takes bucket " + bucket);
        }
        return shard;
    }
}
