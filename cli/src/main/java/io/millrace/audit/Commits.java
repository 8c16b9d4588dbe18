package io.millrace.audit;

import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** When a table took its folds. One commit brings several where the table had been paused or left behind. */
public final class Commits {
    private final NavigableMap<Long, Instant> times;

    Commits(Map<Long, Instant> times) {
        this.times = new TreeMap<>(times);
    }

    /** When a fold came; null if the commit is not in the table's history any more. */
    public @Nullable Instant of(long fold) {
        Instant own = times.get(fold);
        if (own != null || times.isEmpty() || fold < times.firstKey()) {
            return own;
        }
        Map.Entry<Long, Instant> together = times.higherEntry(fold);
        return together == null ? null : together.getValue();
    }
}
