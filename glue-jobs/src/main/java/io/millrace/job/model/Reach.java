package io.millrace.job.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How far a change of its sources reaches into a model's table.
 *
 * @param days for a source, how many days from a day of its partitions the days of the table are that it bears on; of a
 *     source that is not there each change bears on all
 * @param windowDays how many days up to the run's day the table keeps, or null for all
 * @param asOf whether each day of the table is how things stood then: a run makes its own day only, others stay as they were
 *     made
 */
record Reach(Map<String, Set<Integer>> days, @Nullable Integer windowDays, boolean asOf) {
    static final String DAYS = "millrace.days";
    static final String WINDOW = "millrace.windowDays";
    static final String AS_OF = "millrace.asOf";

    /** Every change bears on the whole table. */
    static final Reach NONE = new Reach(Map.of(), null, false);

    Reach {
        days = Map.copyOf(days);
        if (windowDays != null && windowDays < 1) {
            throw new IllegalArgumentException("Cannot keep " + windowDays + " days: at least one");
        }
    }

    Reach withDays(JsonNode value) {
        Map<String, Set<Integer>> read = new TreeMap<>();
        value.fields().forEachRemaining(source -> {
            Set<Integer> offsets = new TreeSet<>();
            source.getValue().forEach(offset -> offsets.add(offset.asInt()));
            read.put(source.getKey(), offsets);
        });
        return new Reach(read, windowDays, asOf);
    }

    Reach withWindow(int wanted) {
        return new Reach(days, wanted, asOf);
    }

    Reach withAsOf(boolean wanted) {
        return new Reach(days, windowDays, wanted);
    }

    Set<String> sources() {
        return days.keySet();
    }

    boolean needsDay() {
        return !days.isEmpty() || windowDays != null || asOf;
    }

    /** The days of the table that a change of these days of a source bears on. */
    Days of(Source source, Days changed) {
        Set<Integer> offsets = days.get(source.toString());
        if (changed.isEmpty()) {
            return Days.NONE;
        }
        return offsets == null ? Days.ALL : changed.moved(offsets);
    }

    /** The days of a source that have to be read to make these days of the table. */
    Days read(Source source, Days made) {
        Set<Integer> offsets = days.get(source.toString());
        if (offsets == null) {
            return Days.ALL;
        }
        Set<Integer> back = new TreeSet<>();
        offsets.forEach(offset -> back.add(-offset));
        return made.moved(back);
    }

    /** The first day that the table keeps, if it forgets any. */
    Optional<LocalDate> since(LocalDate today) {
        return Optional.ofNullable(windowDays).map(length -> today.minusDays(length - 1L));
    }
}
