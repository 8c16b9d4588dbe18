package io.millrace.local.host.poller;

import io.millrace.local.host.assembly.StreamMapping;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One mapping: finds its shards and makes a consumer for each that may be read. */
final class MappingConsumer {

    private final StreamMapping mapping;
    private final ShardSource source;
    private final Function<String, BatchFunction> functionOfShard;
    private final Destinations destinations;
    private final Checkpoints checkpoints;
    private final InstantSource clock;
    private final Map<String, ShardConsumer> atWork = new ConcurrentSkipListMap<>();
    private @Nullable Instant created;

    MappingConsumer(
            StreamMapping mapping,
            ShardSource source,
            Function<String, BatchFunction> functionOfShard,
            Destinations destinations,
            Checkpoints checkpoints,
            InstantSource clock) {
        this.mapping = mapping;
        this.source = source;
        this.functionOfShard = functionOfShard;
        this.destinations = destinations;
        this.checkpoints = checkpoints;
        this.clock = clock;
    }

    /**
     * Lists the stream's shards and returns consumers for those that can start now; they count as at work until they are
     * finished. Called from one thread.
     */
    List<ShardConsumer> discover() {
        StreamDescription stream = source.describe();
        if (!stream.created().equals(created)) {
            if (!atWork.isEmpty() && atWork.values().stream().anyMatch(consumer -> !consumer.finished())) {
                throw new StreamReplacedException();
            }
            created = stream.created();
        }
        atWork.values().removeIf(ShardConsumer::finished);
        MappingKey key = new MappingKey(mapping.functionName(), mapping.streamName(), stream.created());
        Map<String, Checkpoint> known = checkpoints.read(key);
        if (known.isEmpty()) {
            known = ShardPlan.first(stream.shards(), mapping.startingPosition(), clock.instant());
            known.forEach((shardId, checkpoint) -> checkpoints.write(key, shardId, checkpoint));
        }
        List<ShardConsumer> started = new ArrayList<>();
        ShardPlan.startable(stream.shards(), known, atWork.keySet()).forEach((shardId, start) -> {
            ShardConsumer consumer = new ShardConsumer(
                    mapping,
                    shardId,
                    start,
                    source,
                    functionOfShard.apply(shardId),
                    destinations,
                    checkpoint -> checkpoints.write(key, shardId, checkpoint),
                    clock);
            atWork.put(shardId, consumer);
            started.add(consumer);
        });
        return started;
    }

    List<ShardStatus> status() {
        return atWork.values().stream().map(ShardConsumer::status).toList();
    }

    /** The stream was deleted and made again: every consumer of the old one must end before the new one is read. */
    static final class StreamReplacedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        StreamReplacedException() {
            super("The stream was replaced by another one of its name");
        }
    }
}
