package io.millrace.lake;

/**
 * Looks for the newest of some folds that is old enough. Folds follow each other in time, so that of ten thousand a day some
 * dozen manifests are read.
 */
final class SettledFold {
    private final LakeObjects objects;
    private final long newestMillis;
    private long low;
    private long high;
    private FoldManifest found = FoldManifest.none();

    /**
     * @param last the newest fold that may be it, 0 for none
     * @param newestMillis when it was made at the latest
     */
    SettledFold(LakeObjects objects, long last, long newestMillis) {
        this.objects = objects;
        this.high = last;
        this.newestMillis = newestMillis;
    }

    /** Reads one manifest. Returns whether there is another to read. */
    boolean advance() {
        if (low < high) {
            long middle = low + (high - low + 1) / 2;
            FoldManifest read = objects.fold(middle).orElse(FoldManifest.none());
            if (read.createdAtMillis() <= newestMillis) {
                // A manifest that is gone was old, and settles nothing.
                low = middle;
                found = read;
            } else {
                high = middle - 1;
            }
        }
        return low < high;
    }

    /** That fold, or {@link FoldManifest#none()}. */
    FoldManifest found() {
        return found;
    }
}
