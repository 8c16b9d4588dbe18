package io.millrace.upkeep;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which tags a table is to get and to lose. An hour or day gets its tag once it is over, and only if the table changed in
 * it: the tag before it says the rest. Tags with names of others' are left alone.
 *
 * @param make name of the tag to id of the snapshot
 * @param drop names
 */
public record TagPlan(Map<String, Long> make, Set<String> drop) {
    /** Writers' clocks differ a little: what they committed at the end of an hour is there by then. */
    private static final Duration SETTLED = Duration.ofMinutes(5);

    public TagPlan {
        make = new TreeMap<>(make);
        drop = new TreeSet<>(drop);
    }

    /**
     * @param history times of the table's own states to ids of the snapshots
     * @param tags those that it has
     */
    public static TagPlan of(TreeMap<Instant, Long> history, Set<String> tags, Instant now) {
        Map<String, Long> make = new TreeMap<>();
        Set<String> drop = new TreeSet<>();
        for (TagKind kind : TagKind.values()) {
            for (String tag : tags) {
                Optional<Instant> begin = kind.begin(tag);
                if (begin.isPresent() && !kind.keptUntil(begin.get()).isAfter(now)) {
                    drop.add(tag);
                }
            }
            // In the order of time: what is put last is the last of its hour or day.
            history.forEach((at, snapshot) -> {
                Instant begin = kind.begin(at);
                boolean over = !kind.end(begin).plus(SETTLED).isAfter(now);
                boolean kept = kind.keptUntil(begin).isAfter(now);
                if (over && kept && !tags.contains(kind.tag(begin))) {
                    make.put(kind.tag(begin), snapshot);
                }
            });
        }
        return new TagPlan(make, drop);
    }

    /** Whether there is nothing to do. */
    public boolean isEmpty() {
        return make.isEmpty() && drop.isEmpty();
    }
}
