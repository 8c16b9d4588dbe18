package io.millrace.local.gateway.engine;

import java.net.URI;
import java.util.Map;
import java.util.TreeMap;

/** Properties of the one catalog: Iceberg tables in the emulator's Glue catalog and S3. */
final class TrinoCatalog {
    /** Athena's AwsDataCatalog, as SQL spells it. */
    static final String NAME = "awsdatacatalog";

    private TrinoCatalog() {}

    static Map<String, String> properties(URI upstream, String region) {
        Map<String, String> properties = new TreeMap<>();
        properties.put("iceberg.catalog.type", "glue");
        properties.put("iceberg.file-format", "PARQUET");
        properties.put("iceberg.compression-codec", "ZSTD");
        properties.put("iceberg.projection-pushdown-enabled", "true");
        // VACUUM keeps what the table says, which may be less than the engine's own floor of a week.
        properties.put("iceberg.expire_snapshots.min-retention", "0s");
        properties.put("hive.metastore.glue.region", region);
        properties.put("hive.metastore.glue.endpoint-url", upstream.toString());
        properties.put("hive.metastore.glue.aws-access-key", "test");
        properties.put("hive.metastore.glue.aws-secret-key", "test");
        properties.put("hive.s3.endpoint", upstream.toString());
        properties.put("hive.s3.path-style-access", "true");
        properties.put("hive.s3.aws-access-key", "test");
        properties.put("hive.s3.aws-secret-key", "test");
        properties.put("hive.s3.ssl.enabled", "false");
        properties.put("hive.s3.max-connections", "64");
        return properties;
    }

    /** The engine's own: memory from the heap there is, and nothing kept of finished statements. */
    static Map<String, String> engineProperties(long heapBytes) {
        long megabytes = heapBytes / (1024 * 1024);
        String queryMemory = megabytes * 45 / 100 + "MB";
        Map<String, String> properties = new TreeMap<>();
        properties.put("query.max-memory", queryMemory);
        properties.put("query.max-memory-per-node", queryMemory);
        properties.put("memory.heap-headroom-per-node", megabytes * 25 / 100 + "MB");
        properties.put("query.max-history", "5");
        return properties;
    }
}
