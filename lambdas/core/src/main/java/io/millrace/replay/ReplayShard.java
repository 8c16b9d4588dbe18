package io.millrace.replay;

import io.millrace.lake.ShardId;

/** The virtual shard through which the quarantined events of a dataset go into its tables. */
public final class ReplayShard {
    /** Begins the names of its data files too. */
    public static final String NAME = "replay";

    private static final String STREAM = "quarantine-";

    private ReplayShard() {}

    public static ShardId of(String dataset) {
        return new ShardId(STREAM + dataset, NAME);
    }

    /** Whether a replay wrote the data file, as its name says. */
    public static boolean wrote(String path) {
        return path.startsWith(NAME + "-", path.lastIndexOf('/') + 1);
    }

    /** Stands in the ledger for a dataset whose shard may begin from nothing. */
    public static String stream(String dataset) {
        return STREAM + dataset;
    }
}
