package io.millrace.upkeep;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which states of a table may go: those that are old enough and that no tag and no branch names, whoever made it. */
public final class Expirable {
    /** How old a state is that goes, where its table does not say otherwise. */
    public static final Duration AGE = Duration.ofHours(12);

    /**
     * The ids of the snapshots that may go.
     *
     * @param snapshots ids of all that the table has, with the time of each
     * @param named ids of those that a tag or a branch names; the newest state is one of them, as its branch names it
     * @param before what was committed earlier than this is old
     */
    public static Set<Long> of(Map<Long, Instant> snapshots, Set<Long> named, Instant before) {
        Set<Long> old = new HashSet<>();
        snapshots.forEach((id, at) -> {
            if (at.isBefore(before) && !named.contains(id)) {
                old.add(id);
            }
        });
        return old;
    }

    private Expirable() {}
}
