package io.millrace.upkeep;

/** How many small files are worth being written again as few. */
public final class SmallFiles {
    /** Of data, in one partition, where nobody says otherwise. */
    public static final int DATA_FILES = 5;

    private static final int MANIFESTS = 20;
    private static final long SMALL_MANIFEST_BYTES = 1L << 20;

    public static boolean isSmallManifest(long bytes) {
        return bytes < SMALL_MANIFEST_BYTES;
    }

    /** Whether a table has so many small manifests that queries, which read them before data, gain by fewer. */
    public static boolean areWorthRewriting(int smallManifests) {
        return smallManifests >= MANIFESTS;
    }

    private SmallFiles() {}
}
