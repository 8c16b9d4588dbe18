package io.millrace.job.model;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Days of a table's partitions: some, or all that there are and may be.
 *
 * @param some the days where not all are meant, else empty
 */
record Days(boolean all, NavigableSet<LocalDate> some) {
    static final Days NONE = of(List.of());
    static final Days ALL = new Days(true, new TreeSet<>());

    Days {
        some = new TreeSet<>(some);
        if (all && !some.isEmpty()) {
            throw new IllegalArgumentException("Cannot mean all days and some of them: " + some);
        }
    }

    static Days of(Collection<LocalDate> days) {
        return new Days(false, new TreeSet<>(days));
    }

    boolean isEmpty() {
        return !all && some.isEmpty();
    }

    Days and(Days others) {
        if (all || others.all) {
            return ALL;
        }
        NavigableSet<LocalDate> both = new TreeSet<>(some);
        both.addAll(others.some);
        return of(both);
    }

    /** Every day, moved by each number of days. */
    Days moved(Set<Integer> offsets) {
        return all
                ? ALL
                : of(some.stream()
                        .flatMap(day -> offsets.stream().map(day::plusDays))
                        .toList());
    }

    /** Those of some days that fulfil a condition; all days stay all. */
    Days only(Predicate<LocalDate> condition) {
        return all ? ALL : of(some.stream().filter(condition).toList());
    }

    /** The days in their order, as {@code 2026-03-01}; or {@code all}. */
    List<String> texts() {
        return all ? List.of("all") : some.stream().map(LocalDate::toString).toList();
    }
}
