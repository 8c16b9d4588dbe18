package io.millrace.job;

import java.util.Map;
import java.util.TreeMap;
import org.apache.iceberg.CatalogUtil;
import org.apache.iceberg.io.FileIO;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** Opens Spark on the lake: the one place where a session is configured. */
public final class SparkSessions {
    private static final String CATALOG = "spark.sql.catalog." + Lake.CATALOG;
    private static final String S3 = "s3://";

    private SparkSessions() {}

    /**
     * The process's session, with {@link Lake#CATALOG} as its catalog.
     *
     * @param variables of the process; with {@code AWS_ENDPOINT_URL} every service is there
     */
    public static Lake open(String name, RunSettings settings, Map<String, String> variables) {
        String warehouse = settings.warehouse();
        Map<String, String> s3 = s3(variables.get("AWS_ENDPOINT_URL"));
        SparkSession.Builder builder = SparkSession.builder()
                .appName(name)
                .config("spark.sql.extensions", "org.apache.iceberg.spark.extensions.IcebergSparkSessionExtensions")
                .config(CATALOG, "org.apache.iceberg.spark.SparkCatalog")
                .config("spark.sql.defaultCatalog", Lake.CATALOG)
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.datetime.java8API.enabled", true)
                .config("spark.sql.shuffle.partitions", settings.parallelism())
                // What cannot be computed is an error, never a null.
                .config("spark.sql.ansi.enabled", true)
                .config("spark.sql.sources.partitionOverwriteMode", "dynamic")
                .config(CATALOG + ".warehouse", warehouse)
                // Another process commits to the same tables: nothing is remembered between two statements.
                .config(CATALOG + ".cache-enabled", false);
        if (warehouse.startsWith(S3)) {
            builder.config(CATALOG + ".catalog-impl", "org.apache.iceberg.aws.glue.GlueCatalog");
            s3.forEach((key, value) -> builder.config(CATALOG + "." + key, value));
        } else {
            builder.config(CATALOG + ".type", "hadoop");
        }
        SparkSession spark = builder.getOrCreate();
        spark.sparkContext().setLogLevel("WARN");
        return new Lake(spark, settings.env(), warehouse, files(spark, warehouse, s3));
    }

    private static FileIO files(SparkSession spark, String warehouse, Map<String, String> s3) {
        return warehouse.startsWith(S3)
                ? CatalogUtil.loadFileIO(s3.getOrDefault("io-impl", ""), s3, null)
                : CatalogUtil.loadFileIO(
                        "org.apache.iceberg.hadoop.HadoopFileIO",
                        Map.of(),
                        spark.sparkContext().hadoopConfiguration());
    }

    private static Map<String, String> s3(@Nullable String endpoint) {
        Map<String, String> properties = new TreeMap<>();
        properties.put("io-impl", "org.apache.iceberg.aws.s3.S3FileIO");
        if (endpoint != null) {
            properties.put("glue.endpoint", endpoint);
            properties.put("s3.endpoint", endpoint);
            properties.put("s3.path-style-access", "true");
        }
        return properties;
    }
}
