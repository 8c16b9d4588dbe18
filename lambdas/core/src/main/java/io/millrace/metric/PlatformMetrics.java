package io.millrace.metric;

/** Names of the platform's own metrics in CloudWatch, for who tells them and for who watches them. */
public final class PlatformMetrics {
    public static final String NAMESPACE = "Millrace";

    /** Dimension of every metric: the environment's name. */
    public static final String ENVIRONMENT = "Environment";

    /** Dimension of metrics of one dataset: its name. */
    public static final String DATASET = "Dataset";

    /**
     * Seconds from the receipt of the oldest events of a commit, by the minute, until they could be queried. Dimensions:
     * environment and dataset. Told when something was committed, and each minute while a table stays behind.
     */
    public static final String FRESHNESS = "FreshnessSeconds";

    /** Events by which the ledger's equations do not balance in one fold; 0 when all is accounted for. */
    public static final String LEDGER_GAP = "LedgerGapEvents";

    /** 1 while the committer refuses to work because the ledger is lost or an older one, else 0. */
    public static final String LEDGER_LOST = "LedgerLost";

    /** Seconds that a shard's dedup window reaches back. */
    public static final String DEDUP_WINDOW = "DedupWindowSeconds";

    /** Fingerprints in a shard's dedup window. */
    public static final String DEDUP_WINDOW_FINGERPRINTS = "DedupWindowFingerprints";

    /** Memory of all dedup windows of one writer process. */
    public static final String DEDUP_WINDOWS_BYTES = "DedupWindowsBytes";

    private PlatformMetrics() {}
}
