package io.millrace.dedup;

import io.millrace.store.ObjectStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The fingerprints that a shard has claimed inside the window, at one head. Immutable: {@link #plus} is called only once
 * the claim stands, else a retry would see its own events as duplicates.
 *
 * <p>Bound: copies that arrive in the stream within the window of each other are told apart from originals, exactly.
 * Older runs are dropped as a whole, so a little more than the window is kept, never less, as long as there is room for it
 * ({@link WindowBounds}); {@link #effective} tells how far back it reaches.
 */
public final class Window {
    static final long NOTHING = Long.MIN_VALUE;

    private final List<SealedRun> sealed;
    private final List<RecentRun> recent;
    private final long forgottenMillis;

    /** @param forgottenMillis newest arrival of what was forgotten for lack of room; {@link #NOTHING} if nothing was */
    Window(List<SealedRun> sealed, List<RecentRun> recent, long forgottenMillis) {
        this.sealed = List.copyOf(sealed);
        this.recent = List.copyOf(recent);
        this.forgottenMillis = forgottenMillis;
    }

    public static Window empty() {
        return new Window(List.of(), List.of(), NOTHING);
    }

    /** Those of the fingerprints that the window holds. Reads a block of a run's file for each that may be in it. */
    public Set<Fingerprint> seen(Collection<Fingerprint> fingerprints, ObjectStore store) {
        Set<Fingerprint> seen = new HashSet<>();
        for (Fingerprint fingerprint : fingerprints) {
            if (holds(fingerprint, store)) {
                seen.add(fingerprint);
            }
        }
        return seen;
    }

    /** Asked for each event: two streams would cost more than the answer. */
    private boolean holds(Fingerprint fingerprint, ObjectStore store) {
        for (RecentRun run : recent) {
            if (run.fingerprints().contains(fingerprint)) {
                return true;
            }
        }
        for (SealedRun run : sealed) {
            if (run.contains(fingerprint, store)) {
                return true;
            }
        }
        return false;
    }

    /** The window after a claim that stands, without what has left it by the claim's newest arrival. */
    public Window plus(Run claimed, long newestArrivalMillis, WindowBounds bounds) {
        List<RecentRun> runs = new ArrayList<>(recent);
        runs.add(new RecentRun(claimed, newestArrivalMillis));
        Window all = new Window(sealed, runs, forgottenMillis)
                .since(newestArrivalMillis - bounds.length().toMillis());
        return all.size() <= bounds.mostFingerprints() ? all : all.within(bounds.mostFingerprints());
    }

    private Window since(long oldestMillis) {
        return new Window(
                sealed.stream()
                        .filter(run -> run.newestArrivalMillis() >= oldestMillis)
                        .toList(),
                recent.stream()
                        .filter(run -> run.newestArrivalMillis() >= oldestMillis)
                        .toList(),
                forgottenMillis);
    }

    /** The newest runs that have room; the newest of all stays in any case. */
    private Window within(long mostFingerprints) {
        NavigableMap<Long, Long> sizes = new TreeMap<>();
        sealed.forEach(run -> sizes.merge(run.newestArrivalMillis(), (long) run.size(), Long::sum));
        recent.forEach(run ->
                sizes.merge(run.newestArrivalMillis(), (long) run.fingerprints().size(), Long::sum));
        long room = mostFingerprints - sizes.lastEntry().getValue();
        for (Map.Entry<Long, Long> run :
                sizes.headMap(sizes.lastKey(), false).descendingMap().entrySet()) {
            room -= run.getValue();
            if (room < 0) {
                Window kept = since(run.getKey() + 1);
                return new Window(kept.sealed, kept.recent, Math.max(forgottenMillis, run.getKey()));
            }
        }
        return this;
    }

    /**
     * How far apart copies may arrive and are still told apart, for copies that arrive now: the length, or less where
     * room was lacking.
     *
     * @param nowMillis the newest arrival
     */
    public Duration effective(long nowMillis, Duration length) {
        long known = forgottenMillis == NOTHING ? length.toMillis() : nowMillis - forgottenMillis;
        return Duration.ofMillis(Math.max(0, Math.min(length.toMillis(), known)));
    }

    /** Both together: a child shard starts with what its parents hold. */
    public Window and(Window other) {
        return new Window(
                Stream.concat(sealed.stream(), other.sealed.stream()).toList(),
                Stream.concat(recent.stream(), other.recent.stream()).toList(),
                Math.max(forgottenMillis, other.forgottenMillis));
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
        return new Window(runs, List.of(), forgottenMillis);
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

    /** About what it takes in memory: filters and fences of what is sealed, and what is not. */
    public long memoryBytes() {
        long bytes = 0;
        for (SealedRun run : sealed) {
            bytes += run.memoryBytes();
        }
        for (RecentRun run : recent) {
            bytes += run.fingerprints().memoryBytes();
        }
        return bytes;
    }

    long forgottenMillis() {
        return forgottenMillis;
    }

    List<SealedRun> sealed() {
        return sealed;
    }

    record RecentRun(Run fingerprints, long newestArrivalMillis) {}
}
