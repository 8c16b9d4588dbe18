package io.millrace.local.host.poller;

import io.millrace.local.host.assembly.StreamMapping.StartingPosition;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which shards are to be read, and from where. */
final class ShardPlan {

    private ShardPlan() {}

    /**
     * The checkpoints that a mapping starts its life with. At LATEST the moment itself is kept, so that a crash before
     * the first batch loses nothing; what is closed by then is over.
     */
    static Map<String, Checkpoint> first(List<Shard> shards, StartingPosition position, Instant now) {
        Map<String, Checkpoint> checkpoints = new LinkedHashMap<>();
        for (Shard shard : shards) {
            checkpoints.put(
                    shard.id(),
                    switch (position) {
                        case TRIM_HORIZON -> new Checkpoint.Next(new Position.TrimHorizon());
                        case LATEST ->
                            shard.closed() ? new Checkpoint.ShardEnd() : new Checkpoint.Next(new Position.At(now));
                    });
        }
        return checkpoints;
    }

    /**
     * The shards to start now: not at their end, not at work, and no parent of theirs unfinished. A parent that is not
     * listed any more has left the stream with its records. A shard that appears later is read from its beginning.
     */
    static Map<String, Position> startable(
            List<Shard> shards, Map<String, Checkpoint> checkpoints, Set<String> atWork) {
        Set<String> listed = shards.stream().map(Shard::id).collect(Collectors.toSet());
        Map<String, Position> startable = new LinkedHashMap<>();
        for (Shard shard : shards) {
            boolean parentsDone = shard.parents().stream()
                    .noneMatch(parent -> atWork.contains(parent)
                            || (listed.contains(parent) && !(checkpoints.get(parent) instanceof Checkpoint.ShardEnd)));
            if (!parentsDone || atWork.contains(shard.id())) {
                continue;
            }
            Checkpoint checkpoint = checkpoints.get(shard.id());
            if (checkpoint == null) {
                startable.put(shard.id(), new Position.TrimHorizon());
            } else if (checkpoint instanceof Checkpoint.Next next) {
                startable.put(shard.id(), next.position());
            }
        }
        return startable;
    }
}
