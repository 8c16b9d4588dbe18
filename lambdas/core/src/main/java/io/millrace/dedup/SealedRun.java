package io.millrace.dedup;

import io.millrace.store.ObjectStore;
import java.util.ArrayList;
import java.util.List;

/**
 * A run that lies in a file: in memory only a Bloom filter and every 512th fingerprint. A positive of the filter is
 * verified in the file with one ranged read of 8 KB, so the answer is exact.
 */
final class SealedRun {
    /** Fingerprints between two fences: one ranged read of 8 KB. */
    static final int FENCE = 512;

    private final String path;
    private final long newestArrivalMillis;
    private final int size;
    private final Bloom bloom;
    private final Run fences;

    SealedRun(String path, long newestArrivalMillis, int size, Bloom bloom, Run fences) {
        this.path = path;
        this.newestArrivalMillis = newestArrivalMillis;
        this.size = size;
        this.bloom = bloom;
        this.fences = fences;
    }

    /** Writes the run to a new file. */
    static SealedRun write(ObjectStore files, String path, long newestArrivalMillis, Run run) {
        files.write(path, run.bytes());
        List<Fingerprint> fences = new ArrayList<>();
        for (int i = 0; i < run.size(); i += FENCE) {
            fences.add(run.get(i));
        }
        return new SealedRun(path, newestArrivalMillis, run.size(), Bloom.of(run), Run.of(fences));
    }

    boolean contains(Fingerprint fingerprint, ObjectStore files) {
        if (!bloom.mayContain(fingerprint)) {
            return false;
        }
        int block = block(fingerprint);
        if (block < 0) {
            return false;
        }
        byte[] bytes = files.read(path, (long) block * FENCE * Fingerprint.BYTES, FENCE * Fingerprint.BYTES);
        return Run.read(bytes).contains(fingerprint);
    }

    /** Index of the last fence at or before the fingerprint, -1 if it is before the first. */
    private int block(Fingerprint fingerprint) {
        int low = 0;
        int high = fences.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (fences.get(middle).compareTo(fingerprint) <= 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return high;
    }

    long memoryBytes() {
        return bloom.sizeBytes() + fences.memoryBytes();
    }

    String path() {
        return path;
    }

    long newestArrivalMillis() {
        return newestArrivalMillis;
    }

    int size() {
        return size;
    }

    Bloom bloom() {
        return bloom;
    }

    Run fences() {
        return fences;
    }
}
