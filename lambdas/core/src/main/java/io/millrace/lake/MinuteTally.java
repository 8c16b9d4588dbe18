package io.millrace.lake;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Adds counts up by dataset and minute. */
public final class MinuteTally {
    private final Map<String, Map<Long, MinuteCounts>> counts = new TreeMap<>();

    /** Not yet in the map: most of what comes is of the same dataset and minute as what came before. */
    private @Nullable MinuteCounts latest;

    public void add(MinuteCounts more) {
        if (latest != null
                && latest.minute() == more.minute()
                && latest.dataset().equals(more.dataset())) {
            latest = latest.plus(more);
        } else {
            settle();
            latest = more;
        }
    }

    public void addAll(Collection<MinuteCounts> more) {
        more.forEach(this::add);
    }

    /** By dataset, then minute. */
    public List<MinuteCounts> list() {
        settle();
        return counts.values().stream()
                .flatMap(byMinute -> byMinute.values().stream())
                .toList();
    }

    private void settle() {
        if (latest != null) {
            counts.computeIfAbsent(latest.dataset(), dataset -> new TreeMap<>())
                    .merge(latest.minute(), latest, MinuteCounts::plus);
            latest = null;
        }
    }
}
