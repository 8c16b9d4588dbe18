package io.millrace.audit;

import io.millrace.lake.FoldManifest;
import io.millrace.lake.LakeObjects;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** The manifests of folds, as the ledger knew them when this was made. */
final class Manifests {

    private final LakeObjects objects;
    private final long newest;

    Manifests(Lake lake) {
        this.objects = new LakeObjects(lake.store());
        this.newest = lake.newestFold();
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

    /** The folds that were made at or after a time, in no order. */
    List<FoldManifest> since(Instant time) {
        if (time.getEpochSecond() <= 0) {
            return read(1, newest); // all of them, many at a time
        }
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
        return objects.fold(number)
                .orElseThrow(() -> new IllegalStateException("Cannot find the manifest of fold " + number));
    }
}
