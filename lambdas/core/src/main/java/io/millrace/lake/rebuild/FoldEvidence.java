package io.millrace.lake.rebuild;

import io.millrace.lake.Fold;
import io.millrace.lake.FoldManifest;
import io.millrace.lake.FoldMarks;
import io.millrace.lake.LakeObjects;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The folds that tables and committers still ask for. */
final class FoldEvidence {
    private final LakeObjects objects;
    private final FoldMarks marks;
    private final FoldManifest newest;
    private final List<String> contradictions;
    private final Map<Long, Optional<FoldManifest>> read = new HashMap<>();

    FoldEvidence(LakeObjects objects, FoldMarks marks, long newest, List<String> contradictions) {
        this.objects = objects;
        this.marks = marks;
        this.newest = newest == 0 ? FoldManifest.none() : objects.fold(newest).orElseThrow();
        this.contradictions = contradictions;
    }

    FoldManifest newest() {
        return newest;
    }

    /** Ascending. */
    List<Fold> standing() {
        Set<Long> needed = new TreeSet<>();
        Set<String> behind = new TreeSet<>();
        newest.lastFolds().forEach((table, last) -> {
            long mark = marks.fold(table);
            if (mark < last) {
                behind.add(table);
            }
            needed.addAll(chain(table, last, mark));
        });
        if (newest.fold() > 0) {
            needed.add(newest.fold());
        }
        return needed.stream().flatMap(number -> fold(number, behind).stream()).toList();
    }

    /** The one of some claim bodies that a fold names; the only one there is was folded if any was. */
    Optional<String> folded(List<String> bodies) {
        if (bodies.size() < 2) {
            return bodies.stream().findFirst();
        }
        for (long number = newest.fold(); number > 0; number--) {
            Optional<String> named = manifest(number).stream()
                    .flatMap(manifest -> manifest.claims().stream())
                    .filter(bodies::contains)
                    .findFirst();
            if (named.isPresent()) {
                return named;
            }
        }
        return Optional.empty();
    }

    /** The folds of a table from its mark to its newest. */
    private Set<Long> chain(String table, long last, long mark) {
        Set<Long> chain = new TreeSet<>();
        if (mark > newest.fold() && objects.fold(mark).isPresent()) {
            // A committer went on after the folds were listed: the ledger that it works with has all of this one.
            return chain;
        }
        long at = last;
        while (at > mark) {
            chain.add(at);
            at = manifest(at - 1)
                    .map(before -> before.lastFolds().getOrDefault(table, 0L))
                    .orElse(0L);
        }
        if (at != mark) {
            contradictions.add("table " + table + " holds fold " + mark + ", which is not of its folds up to " + last);
        }
        if (mark > 0) {
            chain.add(mark);
        }
        return chain;
    }

    private Optional<Fold> fold(long number, Set<String> behind) {
        Optional<FoldManifest> manifest = manifest(number);
        Optional<FoldManifest> before = manifest(number - 1);
        if (manifest.isEmpty() || before.isEmpty()) {
            contradictions.add("the manifest of fold " + (manifest.isEmpty() ? number : number - 1) + " is gone");
            return Optional.empty();
        }
        Fold fold = manifest.get().fold(before.get(), objects.foldPath(number), Set.of());
        // What a fold leaves behind, the next ones carry on: the newest alone says it.
        Set<String> pending = number == newest.fold() ? behind : Set.of();
        return Optional.of(new Fold(number, fold.manifest(), fold.ranges(), fold.previous(), pending));
    }

    private Optional<FoldManifest> manifest(long number) {
        if (number == newest.fold()) {
            return Optional.of(newest);
        }
        return read.computeIfAbsent(
                number, unread -> unread == 0 ? Optional.of(FoldManifest.none()) : objects.fold(unread));
    }
}
