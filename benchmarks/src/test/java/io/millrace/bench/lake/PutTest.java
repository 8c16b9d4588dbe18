package io.millrace.bench.lake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PutTest {
    @ParameterizedTest(name = "{0} is a {1}")
    @CsvSource(delimiter = '|', textBlock = """
            /lake/bench_bronze.db/app_events_bronze/data/day=1/a.parquet         | BRONZE_FILE
            /lake/bench_silver.db/app_events_silver/data/day=1/a.parquet         | SILVER_FILE
            /lake/bench_bronze.db/app_events_quarantine/data/day=1/a.parquet     | QUARANTINE_FILE
            /lake/bench_silver.db/app_events_silver/metadata/00001-a.metadata.json | METADATA
            /lake/bench_silver.db/app_events_silver/metadata/snap-1-1-a.avro     | MANIFEST_LIST
            /lake/bench_silver.db/app_events_silver/metadata/a-m0.avro           | MANIFEST
            mem://lake/system/claims/events-g1/shardId-000000000000/7.claim      | CLAIM
            mem://lake/system/dedup/events-g1/shardId-000000000000/7-a.window    | WINDOW
            mem://lake/system/folds/7.json                                       | FOLD
            mem://lake/system/elsewhere                                          | OTHER
            """)
    void anObjectIsKnownByItsPath(String path, Put what) {
        assertThat(Put.of(path)).isEqualTo(what);
    }
}
