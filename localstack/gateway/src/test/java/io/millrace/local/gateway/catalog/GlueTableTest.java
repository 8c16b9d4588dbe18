package io.millrace.local.gateway.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.millrace.local.gateway.upstream.FakeStore;
import java.util.Base64;
import java.util.Map;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.types.Types;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GlueTableTest {
    private static final TableName NAME = new TableName("d", "t");

    private final FakeStore store = new FakeStore();
    private final LakeCatalog catalog = new LakeCatalog(store);

    @BeforeEach
    void create() throws Exception {
        Schema schema = new Schema(Types.NestedField.optional(1, "id", Types.LongType.get()));
        catalog.create(NAME, schema, PartitionSpec.unpartitioned(), "s3://out/t", Map.of("format-version", "2"));
    }

    @Test
    void anEntryHasTheColumnsAndWhereTheMetadataIs() {
        assertThat(store.table("d", "t").at("/StorageDescriptor/Columns").toString())
                .isEqualTo("[{\"Name\":\"id\",\"Type\":\"bigint\"}]");
        String metadata =
                store.table("d", "t").at("/Parameters/metadata_location").asText();
        assertThat(store.objects()).containsKey(metadata.substring("s3://out/".length()));
    }

    @Test
    void oneOfTwoRivalsLosesAndTheOtherStands() throws Exception {
        GlueTable mine = new GlueTable(store, NAME);
        TableMetadata base = mine.refresh();
        catalog.table(NAME).updateProperties().set("rival", "first").commit();

        assertThatThrownBy(() -> mine.commit(base, base.replaceProperties(Map.of("mine", "lost"))))
                .isInstanceOf(CommitFailedException.class);

        assertThat(catalog.table(NAME).properties())
                .containsEntry("rival", "first")
                .doesNotContainKey("mine");
    }

    @Test
    void aLoserThatStartsOverKeepsWhatTheOtherDid() throws Exception {
        Table mine = catalog.table(NAME);
        assertThat(mine.properties()).isEmpty();
        catalog.table(NAME).updateProperties().set("rival", "first").commit();

        mine.updateProperties().set("mine", "second").commit();

        assertThat(catalog.table(NAME).properties())
                .containsEntry("rival", "first")
                .containsEntry("mine", "second");
    }

    @Test
    void aViewsColumnsAreThoseThatTheEngineWroteOfIt() throws Exception {
        String definition = Base64.getEncoder()
                .encodeToString("{\"columns\":[{\"name\":\"a\",\"type\":\"map(varchar,row(x real, y timestamp(6)))\"}]}"
                        .getBytes(UTF_8));
        store.table(
                "d",
                new ObjectMapper()
                        .createObjectNode()
                        .put("Name", "v")
                        .put("TableType", "VIRTUAL_VIEW")
                        .put("ViewOriginalText", "/* Presto View: " + definition + " */"));

        catalog.describe(new TableName("d", "v"));

        assertThat(store.table("d", "v").at("/StorageDescriptor/Columns").toString())
                .isEqualTo("[{\"Name\":\"a\",\"Type\":\"map<string,struct<x:float,y:timestamp>>\"}]");
        assertThat(catalog.views("d")).containsExactly("v");
    }
}
