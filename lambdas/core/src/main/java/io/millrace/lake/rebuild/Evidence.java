package io.millrace.lake.rebuild;

import io.millrace.lake.FoldManifest;
import io.millrace.lake.FoldMarks;
import io.millrace.lake.LakeObjects;
import io.millrace.lake.LakeObjects.ClaimName;
import io.millrace.lake.ShardId;
import io.millrace.store.ObjectStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Reads a ledger out of claim bodies, fold manifests and the tables' marks.
 *
 * <p>The newest body of a shard may be of a claim that never stood. It is taken as standing: no other claim of that
 * number can ever be made ({@link LakeObjects}), its files are written, and if its records were not acknowledged they
 * come again and are dropped as covered. The same holds for the newest manifest.
 *
 * <p>Of a shard whose events come from no stream only what was folded stands: what was not is still where it came from.
 */
public final class Evidence {
    private final ObjectStore store;
    private final LakeObjects objects;
    private final FoldMarks marks;
    private final List<String> contradictions = new ArrayList<>();

    public Evidence(ObjectStore store, FoldMarks marks) {
        this.store = store;
        this.objects = new LakeObjects(store);
        this.marks = marks;
    }

    /**
     * What the ledger must hold. Reads all names of claims and folds, and the content of few.
     *
     * @param firstShards the streams that are read, each with the shards that it began with, as far as it lists them
     * @throws LostEvidenceException if bodies or manifests are missing that somebody still needs, or a table holds a
     *     fold that nobody made
     */
    public LedgerImage read(Map<String, Set<String>> firstShards) {
        contradictions.clear();
        long newest = objects.newestFold();
        FoldEvidence folds = new FoldEvidence(objects, marks, newest, contradictions);
        FoldManifest last = folds.newest();
        ShardEvidence shards = new ShardEvidence(objects, last, contradictions);
        Map<ShardId, NavigableSet<Long>> bodies = new TreeMap<>();
        Map<ShardId, List<String>> attempts = new TreeMap<>();
        for (String path : objects.claimPaths("")) {
            ClaimName name = objects.claimName(path);
            if (name.attempt()) {
                attempts.computeIfAbsent(name.shard(), none -> new ArrayList<>())
                        .add(path);
            } else {
                bodies.computeIfAbsent(name.shard(), none -> new TreeSet<>()).add(name.k());
            }
        }
        bodies.forEach(shards::add);
        attempts.forEach((shard, paths) -> shards.addFolded(shard, paths, folds));
        LedgerImage image = new LedgerImage(
                streams(firstShards, bodies.keySet(), last), folds.standing(), shards.claims(), shards.heads());
        if (!contradictions.isEmpty()) {
            throw new LostEvidenceException(contradictions);
        }
        return image;
    }

    /** A stream that has claims was begun; of it and of those that are read, what has no claim may still begin. */
    private static Map<String, Set<String>> streams(
            Map<String, Set<String>> firstShards, Set<ShardId> claimed, FoldManifest last) {
        Map<String, Set<String>> streams = new HashMap<>();
        claimed.forEach(shard -> streams.put(shard.stream(), Set.of()));
        firstShards.forEach((stream, shards) -> streams.put(
                stream,
                shards.stream()
                        .filter(shard -> !claimed.contains(new ShardId(stream, shard)))
                        .filter(shard -> last.folded(new ShardId(stream, shard)) == 0)
                        .collect(Collectors.toUnmodifiableSet())));
        return streams;
    }

    @Override
    public String toString() {
        return "evidence under " + store.root();
    }
}
