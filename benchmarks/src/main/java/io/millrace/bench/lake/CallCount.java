package io.millrace.bench.lake;

import java.util.EnumMap;
import java.util.Map;

/** Counts how often AWS would have been asked; Iceberg asks from threads of its own too. */
public final class CallCount {
    private final Map<Call, Long> calls = new EnumMap<>(Call.class);
    private final Map<Put, Long> puts = new EnumMap<>(Put.class);

    public void add(Call call) {
        add(call, 1);
    }

    synchronized void add(Call call, long more) {
        calls.merge(call, more, Long::sum);
    }

    /** A PUT, by the object's path. */
    synchronized void put(String path) {
        add(Call.S3_PUT);
        puts.merge(Put.of(path), 1L, Long::sum);
    }

    /** The counts since the last time. */
    public synchronized Calls take() {
        Calls taken = new Calls(calls, puts);
        calls.clear();
        puts.clear();
        return taken;
    }
}
