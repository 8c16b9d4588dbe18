package io.millrace.local.host.poller;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A stream in memory that keeps Kinesis' contract: order, closed shards, iterators that expire after five minutes. */
final class FakeStream implements ShardSource {

    private static final Duration ITERATOR_LIFE = Duration.ofMinutes(5);

    private final InstantSource clock;
    private final Map<String, FakeShard> shards = new LinkedHashMap<>();
    private final Map<String, Iterator> iterators = new LinkedHashMap<>();
    private Instant created;
    private long sequence;
    private int reads;
    private int failures;
    private int pageLimit = Integer.MAX_VALUE;

    FakeStream(InstantSource clock, String... shardIds) {
        this.clock = clock;
        this.created = clock.instant();
        for (String id : shardIds) {
            shards.put(id, new FakeShard(new Shard(id, List.of(), false)));
        }
    }

    /** Puts a record and returns its sequence number, long enough that only an integer comparison orders it. */
    String put(String shardId, String data) {
        return put(shardId, data.getBytes(StandardCharsets.UTF_8));
    }

    String put(String shardId, byte[] data) {
        String number =
                BigInteger.valueOf(++sequence).add(BigInteger.TEN.pow(20)).toString();
        shards.get(shardId).records.add(new StreamRecord(number, "key", data, clock.instant()));
        return number;
    }

    /** Closes the parents and opens the children. */
    void reshard(List<String> parents, List<String> children) {
        for (String parent : parents) {
            FakeShard shard = shards.get(parent);
            shard.description = new Shard(parent, shard.description.parents(), true);
        }
        children.forEach(child -> shards.put(child, new FakeShard(new Shard(child, parents, false))));
    }

    /** Lets a shard leave the stream, as after its retention. */
    void forget(String shardId) {
        shards.remove(shardId);
    }

    /** Deletes the stream and makes an empty one of the same name. */
    void recreate(String... shardIds) {
        shards.clear();
        iterators.clear();
        sequence = 0;
        created = clock.instant();
        for (String id : shardIds) {
            shards.put(id, new FakeShard(new Shard(id, List.of(), false)));
        }
    }

    /** The next calls throw. */
    void fail(int calls) {
        failures = calls;
    }

    void limitPages(int records) {
        pageLimit = records;
    }

    int reads() {
        return reads;
    }

    @Override
    public StreamDescription describe() {
        throwIfFailing();
        return new StreamDescription(
                created,
                shards.values().stream().map(shard -> shard.description).toList());
    }

    @Override
    public String iterator(String shardId, Position from) {
        throwIfFailing();
        FakeShard shard = shards.get(shardId);
        if (shard == null) {
            throw new ShardGoneException("Shard gone: " + shardId);
        }
        int index = 0;
        while (index < shard.records.size() && before(shard.records.get(index), from)) {
            index++;
        }
        return remember(new Iterator(shardId, index, clock.instant()));
    }

    @Override
    public Page read(String iterator, int limit) {
        throwIfFailing();
        Iterator state = iterators.get(iterator);
        if (Duration.between(state.made, clock.instant()).compareTo(ITERATOR_LIFE) > 0) {
            throw new IteratorExpiredException();
        }
        FakeShard shard = shards.get(state.shardId);
        if (shard == null) {
            throw new ShardGoneException("Shard gone: " + state.shardId);
        }
        reads++;
        int end = Math.min(shard.records.size(), state.index + Math.min(limit, pageLimit));
        boolean atEnd = end == shard.records.size();
        Duration behind =
                atEnd ? Duration.ZERO : Duration.between(shard.records.get(end).arrival(), clock.instant());
        return new Page(
                shard.records.subList(state.index, end),
                atEnd && shard.description.closed()
                        ? null
                        : remember(new Iterator(state.shardId, end, clock.instant())),
                atEnd ? behind : behind.plusMillis(1));
    }

    private String remember(Iterator iterator) {
        String token = "iterator-" + iterators.size();
        iterators.put(token, iterator);
        return token;
    }

    private void throwIfFailing() {
        if (failures > 0) {
            failures--;
            throw new IllegalStateException("Stream away");
        }
    }

    private static boolean before(StreamRecord record, Position from) {
        if (from instanceof Position.After after) {
            return new BigInteger(record.sequenceNumber()).compareTo(new BigInteger(after.sequenceNumber())) <= 0;
        }
        return from instanceof Position.At at && record.arrival().isBefore(at.timestamp());
    }

    private static final class FakeShard {
        private Shard description;
        private final List<StreamRecord> records = new ArrayList<>();

        FakeShard(Shard description) {
            this.description = description;
        }
    }

    private record Iterator(String shardId, int index, Instant made) {}
}
