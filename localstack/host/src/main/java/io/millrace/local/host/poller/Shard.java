package io.millrace.local.host.poller;

import java.util.List;

/**
 * One shard as the stream lists it.
 *
 * @param parents the shards that it came from by a split or a merge, whether still listed or not
 * @param closed whether it takes no more records
 */
record Shard(String id, List<String> parents, boolean closed) {

    Shard {
        parents = List.copyOf(parents);
    }
}
