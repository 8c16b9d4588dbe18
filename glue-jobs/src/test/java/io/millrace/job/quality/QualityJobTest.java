package io.millrace.job.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.millrace.alert.GateFailure;
import io.millrace.job.Layer;
import io.millrace.job.TestLake;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QualityJobTest {
    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

    private final TestLake lake = new TestLake();

    @BeforeEach
    void products() {
        lake.create("products");
        lake.clock(NOW);
        lake.sql("CREATE TABLE {silver}.dim_product (product_id STRING, product_name STRING, category STRING, price"
                + " DECIMAL(18,4), unit_cost DECIMAL(18,4), currency STRING, updated_at TIMESTAMP, _source_file STRING)"
                + " USING iceberg");
        product("p1", "2026-03-02T11:00:00Z", 2);
        product("p2", "2026-03-02T11:00:00Z", 3);
    }

    @Test
    void tablesThatKeepTheirContractsPassAndAreInTheHistory() throws Exception {
        JsonNode report = quality("--tables", "products_rows");

        assertThat(report.path("status").asText()).isEqualTo("SUCCEEDED");
        assertThat(report.at("/result/score").asDouble()).isEqualTo(1);
        assertThat(report.at("/result/tables/0/table").asText()).isEqualTo("silver.products_rows");
        assertThat(report.at("/result/tables/0/rows").asLong()).isEqualTo(2);
        assertThat(lake.lines(
                        "SELECT DISTINCT layer, table_name, branch, owner, table_passed FROM {ops}.quality_results"))
                .containsExactly("silver | products_rows | main | catalog | true");
    }

    @Test
    void aTableThatDoesNotFailsTheJobWhichSaysWhatItIsAnyway() throws Exception {
        product("p2", "2026-03-02T11:00:00Z", 3); // the same line of the same version of a file

        assertThatThrownBy(() -> quality("--tables", "silver.products_rows")).isInstanceOf(GateException.class);

        JsonNode report = newestReport();
        assertThat(report.path("status").asText()).isEqualTo("FAILED");
        assertThat(report.at("/result/tables/0/failed/0").asText())
                .isEqualTo("_batch_id,_source_position.unique 1 of 3 rows");
        assertThat(GateFailure.find(report.path("error").asText()))
                .singleElement()
                .satisfies(failure -> {
                    assertThat(failure.refused()).isFalse();
                    assertThat(failure.owner()).isEqualTo("catalog");
                });
        assertThat(lake.lines("SELECT rule, rows_failed FROM {ops}.quality_results WHERE NOT check_passed"))
                .containsExactly("unique | 1");
    }

    @Test
    void aDryRunLeavesNoHistory() throws Exception {
        quality("--tables", "products_rows", "--dry_run");
        assertThat(lake.lake().has(Layer.OPS, QualityHistory.TABLE)).isFalse();
    }

    @Test
    void withoutNamesEveryTableThatIsThereAndHasRowsIsLookedAt() throws Exception {
        assertThat(quality().at("/result/tables").findValuesAsText("table")).containsExactly("silver.products_rows");
    }

    @Test
    void aNameThatNoContractKnowsIsAnErrorThatSaysWhichThereAre() {
        assertThatThrownBy(() -> quality("--tables", "prodcts"))
                .hasMessageContaining("Cannot check table prodcts: no contract knows it, but ")
                .hasMessageContaining("gold.daily_sales_metrics");
    }

    @Test
    void aModelsTableIsLateWhenAChangeOfASourceWaitsForLongerThanPromised() throws Exception {
        lake.insert(Layer.SILVER, "dim_product", "product_id, updated_at", "('p1', TIMESTAMP '2026-03-02T11:00:00Z')");
        var source = lake.lake().table(Layer.SILVER, "products_rows");
        source.manageSnapshots()
                .createTag("model_dim_product", source.currentSnapshot().snapshotId())
                .commit();
        lake.clock(Instant.now());
        quality("--tables", "dim_product");

        product("p3", "2026-03-02T11:00:00Z", 4);
        quality("--tables", "dim_product"); // it may take a day
        lake.sleep(Duration.ofHours(25));

        assertThatThrownBy(() -> quality("--tables", "dim_product"))
                .hasMessageContaining("silver.products_rows.source_freshness 1 of 1 sources");
    }

    private JsonNode quality(String... arguments) throws Exception {
        return lake.run(new QualityJob(), arguments);
    }

    private JsonNode newestReport() throws Exception {
        try (Stream<Path> reports = Files.list(lake.root().resolve("system/jobs/quality"))) {
            // Hadoop puts a file of checksums beside each.
            Path newest = reports.filter(path -> path.toString().endsWith(".json"))
                    .max(Comparator.comparingLong(path -> path.toFile().lastModified()))
                    .orElseThrow();
            return new ObjectMapper().readTree(newest.toFile());
        }
    }

    private void product(String id, String landed, int line) {
        lake.insert(
                Layer.SILVER,
                "products_rows",
                "product_id, product_name, price, currency, _batch_id, _received_at, _ingested_at, _source_system,"
                        + " _source_file, _source_position, _service_version",
                "('" + id + "', 'Kettle', 10, 'USD', 'b', TIMESTAMP '" + landed + "', TIMESTAMP '" + landed
                        + "', 'landing', 'f.csv', '" + line + "', '1')");
    }
}
