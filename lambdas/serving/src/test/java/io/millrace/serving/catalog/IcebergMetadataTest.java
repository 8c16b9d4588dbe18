package io.millrace.serving.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class IcebergMetadataTest {
    @Test
    void the_current_schema_and_the_current_snapshot_count() throws IOException {
        assertThat(read("""
            {"format-version":2,"current-schema-id":1,"current-snapshot-id":22,
             "schemas":[{"schema-id":0,"fields":[]},
              {"schema-id":1,"fields":[
               {"id":1,"name":"id","required":true,"type":"long","doc":"Which"},
               {"id":2,"name":"tags","required":false,"type":{"type":"list","element":"string"}}]}],
             "snapshots":[{"snapshot-id":11,"timestamp-ms":1,"summary":{"total-records":"1"}},
              {"snapshot-id":22,"timestamp-ms":1772366400123,"summary":
               {"total-records":"500","total-data-files":"3","total-files-size":"9000"}}]}
            """))
                .isEqualTo(new TableMetadata(
                        List.of(
                                new ListedColumn("id", "long", true, "Which"),
                                new ListedColumn("tags", "list", false, "")),
                        new TableState(22, Instant.parse("2026-03-01T12:00:00.123Z"), 500, 3, 9000)));
    }

    @Test
    void a_table_that_was_never_written_has_no_state() throws IOException {
        assertThat(read("{\"current-schema-id\":0,\"current-snapshot-id\":-1,\"schemas\":[],\"snapshots\":[]}")
                        .state())
                .isNull();
    }

    private static TableMetadata read(String json) throws IOException {
        return IcebergMetadata.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }
}
