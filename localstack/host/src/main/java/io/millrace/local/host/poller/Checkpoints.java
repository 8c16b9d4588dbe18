package io.millrace.local.host.poller;

import java.util.Map;

/** What is known for good about the progress of mappings. */
public interface Checkpoints {

    /** The mapping's checkpoints by shard; empty if it never ran. */
    Map<String, Checkpoint> read(MappingKey mapping);

    /** Returns only when the checkpoint outlives a crash. */
    void write(MappingKey mapping, String shardId, Checkpoint checkpoint);
}
