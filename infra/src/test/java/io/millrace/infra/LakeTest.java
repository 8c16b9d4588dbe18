package io.millrace.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.infra.environment.Environment;
import io.millrace.infra.environment.EnvironmentFile;
import io.millrace.infra.environment.LakeSettings;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LakeTest {
    private static final String FUNCTION = "AWS::Lambda::Function";
    private static final String MAPPING = "AWS::Lambda::EventSourceMapping";

    private final Synthesised prod = Synthesised.of("prod");

    @Test
    void the_writer_never_gives_a_batch_up() {
        JsonNode mapping = prod.properties("Lake", MAPPING, "FunctionName", "millrace-prod-lake-writer");
        assertThat(mapping.path("EventSourceArn").asText())
                .isEqualTo("arn:aws:kinesis:us-east-1:111122223333:stream/millrace-prod-events-g1");
        assertThat(mapping.path("StartingPosition").asText()).isEqualTo("TRIM_HORIZON");
        assertThat(mapping.path("MaximumRetryAttempts").asInt()).isEqualTo(-1);
        assertThat(mapping.path("MaximumRecordAgeInSeconds").asInt()).isEqualTo(-1);
        assertThat(mapping.path("FunctionResponseTypes")).hasToString("[\"ReportBatchItemFailures\"]");
        assertThat(mapping.has("DestinationConfig")).isFalse();
    }

    @Test
    void what_computes_all_day_has_both_compilers_and_what_starts_often_the_first() {
        assertThat(prod.resources("Lake", FUNCTION))
                .filteredOn(function -> compiler(function).equals("-XX:TieredStopAtLevel=4"))
                .extracting(function -> function.at("/Properties/FunctionName").asText())
                .containsExactlyInAnyOrder("millrace-prod-lake-writer", "millrace-prod-lake-committer");
        assertThat(prod.resources("Ingestion", FUNCTION))
                .isNotEmpty()
                .allSatisfy(function -> assertThat(compiler(function)).isEmpty());
    }

    private static String compiler(JsonNode function) {
        return function.at("/Properties/Environment/Variables/JAVA_TOOL_OPTIONS")
                .asText();
    }

    @Test
    void one_writer_runs_for_a_shard_at_a_time() {
        JsonNode mapping = prod.properties("Lake", MAPPING, "FunctionName", "millrace-prod-lake-writer");
        assertThat(mapping.path("ParallelizationFactor").asInt()).isEqualTo(1);
        assertThat(mapping.path("BatchSize").asInt()).isEqualTo(1000);
        assertThat(mapping.path("MaximumBatchingWindowInSeconds").asInt()).isEqualTo(5);
    }

    @Test
    void tables_exist_before_anything_writes_or_commits() {
        List<JsonNode> waiting = new ArrayList<>(prod.resources("Lake", MAPPING));
        waiting.addAll(prod.resources("Lake", "AWS::Events::Rule"));
        assertThat(waiting)
                .hasSize(4)
                .allSatisfy(resource ->
                        assertThat(resource.path("DependsOn").toString()).contains("MigrationTables"));
    }

    @Test
    void a_new_column_is_in_the_table_before_the_code_that_fills_it() {
        assertThat(prod.resources("Lake", FUNCTION)).anySatisfy(function -> {
            assertThat(function.path("Properties").path("FunctionName").asText())
                    .isEqualTo("millrace-prod-lake-writer");
            assertThat(function.path("DependsOn").toString()).contains("MigrationTables");
        });
    }

    @Test
    void the_door_is_deployed_after_the_tables_and_their_writer() {
        JsonNode artifacts =
                Synthesised.read(prod.folder().resolve("manifest.json")).path("artifacts");
        assertThat(artifacts
                        .path("Millrace-prod-Ingestion")
                        .path("dependencies")
                        .toString())
                .contains("\"Millrace-prod-Lake\"");
    }

    @Test
    void the_migration_is_told_which_breaks_are_meant_and_whom_to_tell() {
        Environment environment = EnvironmentFile.read(Synthesised.ENVIRONMENTS, "dev");
        LakeSettings lake = environment.lake();
        Environment accepting = new Environment(
                environment.name(),
                environment.emulated(),
                environment.account(),
                environment.region(),
                environment.architecture(),
                environment.removal(),
                environment.storage(),
                environment.stream(),
                environment.ingest(),
                new LakeSettings(
                        lake.writer(),
                        lake.committer(),
                        lake.migrate(),
                        lake.replay(),
                        lake.batchRecords(),
                        lake.batchWindowSeconds(),
                        lake.commitIntervalSeconds(),
                        lake.dedupWindowMinutes(),
                        lake.maxScanBytes(),
                        List.of("orders@0123456789ab", "users@ba9876543210")),
                environment.serving(),
                environment.jobs(),
                environment.orchestration(),
                environment.observability());

        JsonNode variables = Synthesised.synthesise(accepting, "accepting")
                .properties("Lake", FUNCTION, "FunctionName", "millrace-dev-migrate")
                .at("/Environment/Variables");

        assertThat(variables.path("MILLRACE_ACCEPTED_BREAKS").asText())
                .isEqualTo("orders@0123456789ab,users@ba9876543210");
        assertThat(variables.path("MILLRACE_NOTICES_TOPIC_ARN").asText())
                .isEqualTo("arn:aws:sns:us-east-1:111122223333:millrace-dev-notices");
        assertThat(prod.properties("Lake", FUNCTION, "FunctionName", "millrace-prod-migrate")
                        .at("/Environment/Variables")
                        .has("MILLRACE_ACCEPTED_BREAKS"))
                .isFalse();
    }

    @Test
    void the_migration_runs_when_the_contracts_change() {
        JsonNode migration = only(prod.resources("Lake", "Custom::MillraceMigration"));
        assertThat(migration.path("Properties").path("contracts").asText()).isEqualTo("digest-of-contracts");
        assertThat(migration.path("Properties").path("ServiceTimeout").asInt()).isEqualTo(660);
    }

    @Test
    void replays_write_only_to_tables_that_have_the_columns() {
        assertThat(prod.resources("Lake", FUNCTION)).anySatisfy(function -> {
            assertThat(function.path("Properties").path("FunctionName").asText())
                    .isEqualTo("millrace-prod-quarantine-replay");
            assertThat(function.path("DependsOn").toString()).contains("MigrationTables");
        });
    }

    @Test
    void only_the_committer_may_call_itself_without_end() {
        for (JsonNode function : prod.resources("Lake", FUNCTION)) {
            JsonNode properties = function.path("Properties");
            boolean committer = properties.path("FunctionName").asText().equals("millrace-prod-lake-committer");
            assertThat(properties.path("RecursiveLoop").asText()).isEqualTo(committer ? "Allow" : "");
        }
    }

    @Test
    void wakes_wait_for_the_commit_interval_and_come_one_at_a_time() {
        JsonNode queue = prod.properties("Lake", "AWS::SQS::Queue", "QueueName", "millrace-prod-commits.fifo");
        assertThat(queue.path("DelaySeconds").asInt()).isEqualTo(10);
        assertThat(queue.path("FifoQueue").asBoolean()).isTrue();
        assertThat(queue.path("RedrivePolicy").path("maxReceiveCount").asInt()).isEqualTo(5);
        JsonNode committer = prod.properties("Lake", FUNCTION, "FunctionName", "millrace-prod-lake-committer");
        assertThat(queue.path("VisibilityTimeout").asInt())
                .as("Lambda demands it to be at least the function's timeout")
                .isGreaterThanOrEqualTo(committer.path("Timeout").asInt());
        JsonNode mapping = prod.properties("Lake", MAPPING, "FunctionName", "millrace-prod-lake-committer");
        assertThat(mapping.path("BatchSize").asInt()).isEqualTo(1);
    }

    @Test
    void the_committer_is_also_woken_every_minute() {
        JsonNode rule = prod.properties("Lake", "AWS::Events::Rule", "Name", "millrace-prod-commit-every-minute");
        assertThat(rule.path("ScheduleExpression").asText()).isEqualTo("rate(1 minute)");
        assertThat(rule.path("Targets").toString()).contains("LakeCommitter");
    }

    @Test
    void claims_are_removed_every_hour_and_never_by_a_time_to_live() {
        JsonNode rule = prod.properties("Lake", "AWS::Events::Rule", "Name", "millrace-prod-remove-claims-every-hour");
        assertThat(rule.path("ScheduleExpression").asText()).isEqualTo("rate(1 hour)");
        assertThat(rule.path("Targets").toString()).contains("ClaimRemoval");
        JsonNode ledger = prod.properties("Storage", "AWS::DynamoDB::Table", "TableName", "millrace-prod-ledger");
        assertThat(ledger.has("TimeToLiveSpecification")).isFalse();
    }

    @Test
    void what_fails_without_a_caller_is_kept() {
        assertThat(prod.resources("Lake", "AWS::Lambda::EventInvokeConfig"))
                .hasSize(2)
                .allSatisfy(config -> assertThat(config.path("Properties")
                                .path("DestinationConfig")
                                .path("OnFailure")
                                .toString())
                        .contains("AsyncFailures"));
    }

    @Test
    void a_query_reads_no_more_than_the_environment_allows() {
        JsonNode workgroup = prod.properties("Lake", "AWS::Athena::WorkGroup", "Name", "millrace-prod");
        JsonNode configuration = workgroup.path("WorkGroupConfiguration");
        assertThat(configuration.path("EnforceWorkGroupConfiguration").asBoolean())
                .isTrue();
        assertThat(configuration.path("BytesScannedCutoffPerQuery").asLong()).isEqualTo(1_000_000_000_000L);
        assertThat(configuration
                        .path("ResultConfiguration")
                        .path("OutputLocation")
                        .asText())
                .isEqualTo("s3://millrace-prod-athena-111122223333/results/");
        assertThat(configuration
                        .path("EngineVersion")
                        .path("SelectedEngineVersion")
                        .asText())
                .isEqualTo("Athena engine version 3");
    }

    private static JsonNode only(List<JsonNode> nodes) {
        assertThat(nodes).hasSize(1);
        return nodes.get(0);
    }
}
