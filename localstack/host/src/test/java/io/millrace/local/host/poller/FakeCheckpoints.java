package io.millrace.local.host.poller;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Checkpoints in memory, which can refuse to be written. */
final class FakeCheckpoints implements Checkpoints {

    private final Map<MappingKey, Map<String, Checkpoint>> written = new HashMap<>();
    private int failures;

    void fail(int writes) {
        failures = writes;
    }

    @Override
    public Map<String, Checkpoint> read(MappingKey mapping) {
        return new LinkedHashMap<>(written.getOrDefault(mapping, Map.of()));
    }

    @Override
    public void write(MappingKey mapping, String shardId, Checkpoint checkpoint) {
        if (failures > 0) {
            failures--;
            throw new IllegalStateException("Disk full");
        }
        written.computeIfAbsent(mapping, key -> new LinkedHashMap<>()).put(shardId, checkpoint);
    }
}
