package io.millrace.audit;

import io.millrace.lake.Fold;
import io.millrace.lake.FoldManifest;
import io.millrace.lake.FoldManifestCodec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;

/** The manifests of folds, as the ledger knew them when this was made. */
final class Manifests {

    private static final String FOLDS = "folds/";

    private final Lake lake;
    private final long newest;
    private final Map<Long, List<String>> named = new TreeMap<>();

    Manifests(Lake lake) {
        this.lake = lake;
        this.newest = lake.newestFold();
        String prefix = lake.store().root() + FOLDS;
        for (String path : lake.store().list(prefix)) {
            String name = path.substring(prefix.length());
            long number = Long.parseLong(name.substring(0, name.indexOf('-')));
            named.computeIfAbsent(number, none -> new ArrayList<>()).add(path);
        }
    }

    /** The folds {@code first} to {@code last}, in order. */
    List<FoldManifest> read(long first, long last) {
        return LongStream.rangeClosed(first, last)
                .parallel()
                .mapToObj(this::read)
                .toList();
    }

    long newest() {
        return newest;
    }

    /** The folds that were made at or after a time, newest first. */
    List<FoldManifest> since(Instant time) {
        List<FoldManifest> manifests = new ArrayList<>();
        for (long number = newest; number > 0; number--) {
            FoldManifest manifest = read(number);
            if (manifest.createdAtMillis() < time.toEpochMilli()) {
                break;
            }
            manifests.add(manifest);
        }
        return manifests;
    }

    FoldManifest read(long number) {
        List<String> paths = named.getOrDefault(number, List.of());
        // A committer that came second leaves a manifest that no fold refers to.
        String path = paths.size() == 1 ? paths.get(0) : fold(number).manifest();
        return FoldManifestCodec.read(lake.store().read(path));
    }

    private Fold fold(long number) {
        return lake.ledger()
                .fold(number)
                .orElseThrow(() -> new IllegalStateException("Cannot find fold " + number + " in the ledger"));
    }
}
