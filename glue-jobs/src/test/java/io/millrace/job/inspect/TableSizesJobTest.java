package io.millrace.job.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.job.TestLake;
import org.junit.jupiter.api.Test;

class TableSizesJobTest {
    private final TestLake lake = new TestLake();

    @Test
    void countsRowsFilesAndSnapshotsOfEveryTable() throws Exception {
        lake.sql("CREATE TABLE {gold}.sums (n INT) USING iceberg");
        lake.sql("INSERT INTO {gold}.sums VALUES (1)");
        lake.sql("INSERT INTO {gold}.sums VALUES (2)");
        lake.sql("CREATE TABLE {silver}.empty (n INT) USING iceberg");

        JsonNode tables = lake.run(new TableSizesJob()).at("/result/tables");

        assertThat(tables).hasSize(2);
        assertThat(tables.get(0).path("table").asText()).isEqualTo("empty");
        assertThat(tables.get(0).path("rows").asLong()).isZero();
        assertThat(tables.get(1).path("layer").asText()).isEqualTo("GOLD");
        assertThat(tables.get(1).path("rows").asLong()).isEqualTo(2);
        assertThat(tables.get(1).path("data_files").asLong()).isEqualTo(2);
        assertThat(tables.get(1).path("snapshots").asInt()).isEqualTo(2);
    }

    @Test
    void canLookAtOneLayerOnly() throws Exception {
        lake.sql("CREATE TABLE {gold}.sums (n INT) USING iceberg");
        lake.sql("CREATE TABLE {silver}.other (n INT) USING iceberg");

        assertThat(lake.run(new TableSizesJob(), "--layer", "silver").at("/result/tables"))
                .hasSize(1);
    }
}
