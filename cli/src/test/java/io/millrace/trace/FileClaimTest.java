package io.millrace.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileClaimTest {

    private static final String SHARD = "shardId-000000000001";

    @Test
    void readsWhatTheWriterNamesAFile() {
        assertThat(FileClaim.of(
                        SHARD,
                        "s3://lake/warehouse/local_bronze/t/data/_received_at_day=2026-11-21/shardId-000000000001-6-"
                                + "4beda9f2-2b20-4f3d-8fb3-6432519fc9fa-1b81e4c7-3bf3-4e5b-9c0a-0123456789ab.parquet"))
                .contains(new FileClaim(6, "4beda9f2-2b20-4f3d-8fb3-6432519fc9fa"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s3://lake/data/00000-0-1b81e4c7-3bf3-4e5b-9c0a-0123456789ab-00001.parquet",
                "s3://lake/data/shardId-000000000001-6.parquet",
                "shardId-000000000002-6-a-1b81e4c7-3bf3-4e5b-9c0a-0123456789ab.parquet",
                ""
            })
    void knowsNothingOfOtherFiles(String path) {
        assertThat(FileClaim.of(SHARD, path)).isEmpty();
    }
}
