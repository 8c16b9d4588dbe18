package io.millrace.lake;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The windows that a process keeps in memory: those used last, as many as there is room for, and always the newest. */
final class WindowCache {
    private final long mostBytes;
    private final Map<ShardId, Windows.Tagged> windows = new LinkedHashMap<>(16, 0.75f, true);

    WindowCache(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    synchronized Windows.@Nullable Tagged get(ShardId shard) {
        return windows.get(shard);
    }

    synchronized void put(ShardId shard, Windows.Tagged window) {
        windows.put(shard, window);
        long bytes = bytes();
        for (Iterator<Windows.Tagged> oldest = windows.values().iterator(); bytes > mostBytes && windows.size() > 1; ) {
            bytes -= oldest.next().window().memoryBytes();
            oldest.remove();
        }
    }

    synchronized void remove(ShardId shard) {
        windows.remove(shard);
    }

    /** About what they take in all. */
    synchronized long bytes() {
        return windows.values().stream()
                .mapToLong(tagged -> tagged.window().memoryBytes())
                .sum();
    }
}
