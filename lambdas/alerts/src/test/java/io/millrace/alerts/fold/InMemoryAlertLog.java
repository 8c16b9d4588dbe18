package io.millrace.alerts.fold;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps the log's one condition: an entry takes the place only of the one that was found. */
public final class InMemoryAlertLog implements AlertLog {
    private final Map<String, Entry> entries = new HashMap<>();

    @Override
    public synchronized Optional<Entry> find(String key) {
        return Optional.ofNullable(entries.get(key));
    }

    @Override
    public synchronized boolean replace(@Nullable Entry before, Entry next) {
        Entry present = entries.get(next.key());
        boolean same = before == null ? present == null : present != null && present.version() == before.version();
        if (same) {
            entries.put(next.key(), next);
        }
        return same;
    }

    public synchronized Entry only() {
        if (entries.size() != 1) {
            throw new AssertionError("Not one entry: " + entries);
        }
        return Objects.requireNonNull(entries.values().iterator().next());
    }
}
