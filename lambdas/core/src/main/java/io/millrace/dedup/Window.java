package io.millrace.dedup;

import io.millrace.store.ObjectStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The fingerprints that a shard has claimed inside the window, at one head. Immutable: {@link #plus} is called only once
 * the claim stands, else a retry would see its own events as duplicates.
 *
 * <p>Bound: copies that arrive in the stream within the window of each other are told apart from originals, exactly.
 * Older runs are dropped as a whole, so a little more than the window is kept, never less.
 */
public final class Window {
    private final List<SealedRun> sealed;
    private final List<RecentRun> recent;

    Window(List<SealedRun> sealed, List<RecentRun> recent) {
        this.sealed = List.copyOf(sealed);
        this.recent = List.copyOf(recent);
    }

    public static Window empty() {
        return new Window(List.of(), List.of());
    }

    /** Those of the fingerprints that the window holds. Reads a block of a run's file for each that may be in it. */
    public Set<Fingerprint> seen(Collection<Fingerprint> fingerprints, ObjectStore store) {
        Set<Fingerprint> seen = new HashSet<>();
        for (Fingerprint fingerprint : fingerprints) {
            if (recent.stream().anyMatch(run -> run.fingerprints().contains(fingerprint))
                    || sealed.stream().anyMatch(run -> run.contains(fingerprint, store))) {
                seen.add(fingerprint);
            }
        }
        return seen;
    }

    /** The window after a claim that stands, without what has left it by the claim's newest arrival. */
    public Window plus(Run claimed, long newestArrivalMillis, long windowMillis) {
        long oldest = newestArrivalMillis - windowMillis;
        List<RecentRun> runs = new ArrayList<>(recent.stream()
                .filter(run -> run.newestArrivalMillis() >= oldest)
                .toList());
        runs.add(new RecentRun(claimed, newestArrivalMillis));
        return new Window(
                sealed.stream()
                        .filter(run -> run.newestArrivalMillis() >= oldest)
                        .toList(),
                runs);
    }

    /** Both together: a child shard starts with what its parents hold. */
    public Window and(Window other) {
        return new Window(
                Stream.concat(sealed.stream(), other.sealed.stream()).toList(),
                Stream.concat(recent.stream(), other.recent.stream()).toList());
    }

    /** Moves the recent runs into one file, named {@code path}, so that the window loads quickly from cold. */
    public Window seal(ObjectStore store, String path) {
        if (recent.isEmpty()) {
            return this;
        }
        Run merged = Run.merge(recent.stream().map(RecentRun::fingerprints).toList());
        long newest =
                recent.stream().mapToLong(RecentRun::newestArrivalMillis).max().orElseThrow();
        List<SealedRun> runs = new ArrayList<>(sealed);
        runs.add(SealedRun.write(store, path, newest, merged));
        return new Window(runs, List.of());
    }

    /** Claims that are not sealed yet: each costs a read on a cold start. */
    public int unsealedClaims() {
        return recent.size();
    }

    /** Fingerprints that it holds, with repeats. */
    public long size() {
        return Stream.concat(
                        sealed.stream().map(SealedRun::size),
                        recent.stream().map(run -> run.fingerprints().size()))
                .mapToLong(Integer::longValue)
                .sum();
    }

    List<SealedRun> sealed() {
        return sealed;
    }

    record RecentRun(Run fingerprints, long newestArrivalMillis) {}
}
