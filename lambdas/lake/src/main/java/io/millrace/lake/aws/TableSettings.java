package io.millrace.lake.aws;

import static org.apache.iceberg.TableProperties.COMMIT_MAX_RETRY_WAIT_MS;
import static org.apache.iceberg.TableProperties.COMMIT_NUM_RETRIES;
import static org.apache.iceberg.TableProperties.COMMIT_STATUS_CHECKS_MAX_WAIT_MS;
import static org.apache.iceberg.TableProperties.COMMIT_STATUS_CHECKS_TOTAL_WAIT_MS;
import static org.apache.iceberg.TableProperties.COMMIT_TOTAL_RETRY_TIME_MS;
import static org.apache.iceberg.TableProperties.DELETE_ISOLATION_LEVEL;
import static org.apache.iceberg.TableProperties.MAX_SNAPSHOT_AGE_MS;
import static org.apache.iceberg.TableProperties.METADATA_DELETE_AFTER_COMMIT_ENABLED;
import static org.apache.iceberg.TableProperties.METADATA_PREVIOUS_VERSIONS_MAX;
import static org.apache.iceberg.TableProperties.METRICS_MODE_COLUMN_CONF_PREFIX;
import static org.apache.iceberg.TableProperties.PARQUET_COMPRESSION;
import static org.apache.iceberg.TableProperties.PARQUET_COMPRESSION_LEVEL;
import static org.apache.iceberg.TableProperties.PARQUET_DICT_ENCODING_ENABLED_COLUMN_PREFIX;

import io.millrace.contract.Column;
import io.millrace.contract.TableDefinition;
import io.millrace.upkeep.Expirable;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Properties that a table gets when it is made, or later where it lacks them; one that an operator changed stays as it
 * is.
 */
final class TableSettings {
    /** The columns that the contract required at the last migration, separated by commas. */
    static final String REQUIRED = "millrace.required";

    /** A value of its own in nearly every row: a dictionary would be written and thrown away. */
    private static final Set<String> HIGH_CARDINALITY = Set.of("event_id", "payload", "_source_position");

    /** Never compared in a query's condition, so that bounds would only weigh on the manifests. */
    private static final Set<String> WITHOUT_BOUNDS = Set.of("payload", "_context", "properties", "_reason");

    static Map<String, String> of(TableDefinition definition) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("millrace.dataset", definition.dataset());
        settings.put(PARQUET_COMPRESSION, "zstd");
        settings.put(PARQUET_COMPRESSION_LEVEL, "3");
        // A commit every ten seconds: 8,640 metadata files a day, of which history needs only the newest few.
        settings.put(METADATA_DELETE_AFTER_COMMIT_ENABLED, "true");
        settings.put(METADATA_PREVIOUS_VERSIONS_MAX, "50");
        settings.put(MAX_SNAPSHOT_AGE_MS, Long.toString(Expirable.AGE.toMillis()));
        // Rivals are maintenance jobs: many short tries, and an end well inside a function's time.
        settings.put(COMMIT_NUM_RETRIES, "20");
        settings.put(COMMIT_MAX_RETRY_WAIT_MS, "2000");
        settings.put(COMMIT_TOTAL_RETRY_TIME_MS, "60000");
        settings.put(COMMIT_STATUS_CHECKS_MAX_WAIT_MS, "5000");
        settings.put(COMMIT_STATUS_CHECKS_TOTAL_WAIT_MS, "30000");
        // What must delete beside live appends (erasure, exact dedup) does not conflict with them.
        settings.put(DELETE_ISOLATION_LEVEL, "snapshot");
        for (Column column : definition.columns()) {
            if (HIGH_CARDINALITY.contains(column.name())) {
                settings.put(PARQUET_DICT_ENCODING_ENABLED_COLUMN_PREFIX + column.name(), "false");
            }
            if (WITHOUT_BOUNDS.contains(column.name())) {
                settings.put(METRICS_MODE_COLUMN_CONF_PREFIX + column.name(), "counts");
            }
        }
        return settings;
    }

    static String required(TableDefinition definition) {
        return definition.columns().stream()
                .filter(Column::required)
                .map(Column::name)
                .sorted()
                .collect(Collectors.joining(","));
    }

    private TableSettings() {}
}
