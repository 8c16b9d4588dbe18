package io.millrace.local.host.poller;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Kinesis event source mapping at work.
 *
 * @param error why its stream cannot be listed, or null
 */
public record MappingStatus(
        String function,
        String streamArn,
        boolean enabled,
        @Nullable String error,
        List<ShardStatus> shards) {

    public MappingStatus {
        shards = List.copyOf(shards);
    }
}
