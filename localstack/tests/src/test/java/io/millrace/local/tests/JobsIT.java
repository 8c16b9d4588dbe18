package io.millrace.local.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Batch jobs through Glue's API, on Spark, over the tables of the platform. */
@ExtendWith(LocalPlatform.class)
final class JobsIT {
    @Test
    void a_shops_files_are_landed_and_loaded_once(@TempDir Path folder) {
        LocalPlatform.millrace("simulate", "files", "--out", folder.toString(), "--seed", "7", "--events", "0")
                .succeeded();
        JsonNode landed =
                LocalPlatform.millrace("land", folder.toString()).succeeded().json();
        assertThat(landed).hasSize(5);

        JsonNode first =
                LocalPlatform.millrace("run", "batch-ingest").succeeded().json();
        assertThat(first.path("status").asText()).isEqualTo("SUCCEEDED");
        for (JsonNode dataset : first.at("/result/datasets")) {
            String name = dataset.path("dataset").asText();
            String ofFile = " where _source_file = '" + landed.path(name).asText() + "'";
            assertThat(dataset.path("rows").asLong()).as(name).isPositive();
            assertThat(LocalPlatform.count("select count(*) from local_silver." + name + "_rows" + ofFile))
                    .as(name)
                    .isEqualTo(dataset.path("rows").asLong());
            assertThat(LocalPlatform.count("select count(*) from local_bronze." + name + "_bronze" + ofFile))
                    .as(name)
                    .isEqualTo(dataset.path("rows").asLong()
                            + dataset.path("rejected").asLong());
        }

        JsonNode again =
                LocalPlatform.millrace("run", "batch-ingest").succeeded().json();
        assertThat(again.at("/result/datasets"))
                .allSatisfy(dataset ->
                        assertThat(dataset.path("files_loaded").asInt()).isZero());
    }

    @Test
    void a_job_that_is_started_wrongly_fails_with_its_message() {
        Outcome outcome = LocalPlatform.millrace("run", "table-sizes", "layer=nonsense");

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.err()).contains("FAILED", "Cannot use --layer 'nonsense'");
        assertThat(LocalPlatform.millrace("logs", "job-table-sizes").succeeded().out())
                .contains("Cannot use --layer 'nonsense'");
    }

    @Test
    void a_dry_run_of_a_job_that_is_there_is_a_run_and_of_another_names_those_that_are() {
        assertThat(LocalPlatform.millrace("run", "silver", "--dry-run")
                        .succeeded()
                        .json()
                        .path("dry_run")
                        .asBoolean())
                .isTrue();
        assertThat(LocalPlatform.millrace("run", "nonsense").err())
                .contains("batch-ingest", "exact-dedup", "gold", "maintenance", "quality", "silver", "table-sizes");
    }
}
