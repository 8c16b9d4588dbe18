package io.millrace.lake.aws;

import io.millrace.lake.Lineage;
import io.millrace.lake.ShardId;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.ListShardsRequest;
import software.amazon.awssdk.services.kinesis.model.ListShardsResponse;
import software.amazon.awssdk.services.kinesis.model.Shard;

/**
 * The shards of a Kinesis stream and where they came from. A shard's parents never change, so they are asked for once. A
 * shard that the stream lists no more, and that is the parent of one that it lists, has outlived its retention and has no
 * parents that anybody could still miss. One that it does not list and that nobody came from is too new for the list.
 */
public final class KinesisLineage implements Lineage {
    private final KinesisClient client;
    private final Map<ShardId, Set<ShardId>> known = new ConcurrentHashMap<>();

    public KinesisLineage(KinesisClient client) {
        this.client = client;
    }

    @Override
    public Set<ShardId> parents(ShardId shard) {
        if (!known.containsKey(shard)) {
            list(shard.stream());
        }
        Set<ShardId> parents = known.get(shard);
        if (parents == null && known.values().stream().noneMatch(older -> older.contains(shard))) {
            throw new StreamException(
                    "Cannot tell the parents of shard " + shard, new NoSuchElementException("not listed yet"));
        }
        return parents == null ? Set.of() : parents;
    }

    /** Names of the shards that the stream began with, as far as they are still listed. */
    public Set<String> firstShards(String stream) {
        return list(stream).stream()
                .filter(shard -> parents(shard).isEmpty())
                .map(ShardId::shard)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Set<ShardId> list(String stream) {
        Set<ShardId> listed = new LinkedHashSet<>();
        ListShardsRequest request =
                ListShardsRequest.builder().streamName(stream).build();
        while (true) {
            ListShardsResponse page = page(stream, request);
            for (Shard shard : page.shards()) {
                ShardId id = new ShardId(stream, shard.shardId());
                known.put(id, parents(stream, shard));
                listed.add(id);
            }
            if (page.nextToken() == null) {
                return listed;
            }
            // A token stands for the stream too; Kinesis refuses both together.
            request = ListShardsRequest.builder().nextToken(page.nextToken()).build();
        }
    }

    private ListShardsResponse page(String stream, ListShardsRequest request) {
        try {
            return client.listShards(request);
        } catch (SdkException e) {
            throw new StreamException("Cannot list shards of stream " + stream, e);
        }
    }

    private static Set<ShardId> parents(String stream, Shard shard) {
        return Stream.of(shard.parentShardId(), shard.adjacentParentShardId())
                .filter(Objects::nonNull)
                .map(parent -> new ShardId(stream, parent))
                .collect(Collectors.toUnmodifiableSet());
    }
}
