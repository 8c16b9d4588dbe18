package io.millrace.lake;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds counts up by dataset and minute. */
public final class MinuteTally {
    private final Map<String, Map<Long, MinuteCounts>> counts = new TreeMap<>();

    public void add(MinuteCounts more) {
        counts.computeIfAbsent(more.dataset(), dataset -> new TreeMap<>())
                .merge(more.minute(), more, MinuteCounts::plus);
    }

    public void addAll(Collection<MinuteCounts> more) {
        more.forEach(this::add);
    }

    /** By dataset, then minute. */
    public List<MinuteCounts> list() {
        return counts.values().stream()
                .flatMap(byMinute -> byMinute.values().stream())
                .toList();
    }
}
