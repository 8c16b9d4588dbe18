package io.millrace.local.host.poller;

import org.jspecify.annotations.Nullable;

/**
 * A mapping's progress in one shard.
 *
 * @param checkpoint last sequence number that is done for good, or null before the first
 * @param lagMillis age of the oldest record that is not done; 0 when none waits
 * @param waitingRecords records read and not done
 * @param lastError last failure of the function or of the stream, or null if none since the last success
 */
public record ShardStatus(
        String shardId,
        boolean finished,
        @Nullable String checkpoint,
        long lagMillis,
        int waitingRecords,
        @Nullable String lastError) {}
