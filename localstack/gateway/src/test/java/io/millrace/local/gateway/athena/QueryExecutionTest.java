package io.millrace.local.gateway.athena;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.local.gateway.engine.EngineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class QueryExecutionTest extends AthenaApiWorld {
    @Test
    void filesOfNoQueryAreGone() throws IOException {
        try (Stream<Path> files = Files.list(spools)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void aRestartKeepsQueriesAndTheirRows() throws IOException {
        engine.start();
        String id = start("{'QueryString':'select * from t','WorkGroup':'wg','ExecutionParameters':['1'],"
                + "'ResultReuseConfiguration':{'ResultReuseByAgeConfiguration':{'Enabled':true}}}");
        JsonNode before = end(id);
        JsonNode rows = ok("GetQueryResults", "{'QueryExecutionId':'" + id + "'}");

        api = api();

        assertThat(execution(id)).isEqualTo(before);
        assertThat(ok("GetQueryResults", "{'QueryExecutionId':'" + id + "'}")).isEqualTo(rows);
        assertThat(before.at("/ResultReuseConfiguration/ResultReuseByAgeConfiguration/Enabled")
                        .asBoolean())
                .isTrue();
        assertThat(before.at("/Statistics/ResultReuseInformation/ReusedPreviousResult")
                        .asBoolean(true))
                .isFalse();
    }

    @Test
    void aQueryThatRanWhenTheProcessEndedHasFailed() throws Exception {
        engine.start();
        String id = start("{'QueryString':'select 1','WorkGroup':'wg'}");
        engine.ran.take();

        AthenaApi restarted = api();

        api = restarted;
        assertThat(execution(id).at("/Status/State").asText()).isEqualTo("FAILED");
        assertThat(execution(id).at("/Status/StateChangeReason").asText())
                .isEqualTo("The local Athena was stopped before the query ended");
    }

    @Test
    void aQueryThatRunsTooLongFails() throws IOException {
        engine.start();
        limits = new TimeLimits(Duration.ofNanos(1), Duration.ofMinutes(1));
        api = new AthenaApi(engine, store, spools, limits, Clock.systemUTC());

        String id = start("{'QueryString':'select 1','WorkGroup':'wg'}");

        assertThat(end(id).at("/Status/State").asText()).isEqualTo("FAILED");
        assertThat(execution(id).at("/Status/StateChangeReason").asText()).startsWith("Query timeout");
    }

    @Test
    void aQueryWaitsForTheEngineThenSucceeds() throws IOException {
        String id = start("{'QueryString':'select * from t;','WorkGroup':'wg'}");
        assertThat(execution(id).at("/Status/State").asText()).isEqualTo("QUEUED");

        engine.start();

        JsonNode done = end(id);
        assertThat(done.at("/Status/State").asText()).isEqualTo("SUCCEEDED");
        assertThat(done.at("/Query").asText()).isEqualTo("select * from t;");
        assertThat(done.at("/StatementType").asText()).isEqualTo("DML");
        assertThat(done.at("/Status/SubmissionDateTime").asDouble()).isEqualTo(1767225600.25);
        assertThat(done.at("/Statistics/DataScannedInBytes").asLong()).isEqualTo(42);
        assertThat(done.at("/EngineVersion/EffectiveEngineVersion").asText()).isEqualTo("Athena engine version 3");
        assertThat(done.at("/ResultConfiguration/OutputLocation").asText())
                .isEqualTo("s3://out/results/" + id + ".csv");
        assertThat(store.objects()).containsEntry("results/" + id + ".csv", """
                "id","name"
                "1","a"
                "2",
                """);
    }

    @Test
    void aFailureCarriesTheEnginesWords() throws IOException {
        engine.start();
        engine.fail(
                "select * from nope",
                new EngineException(
                        "TABLE_NOT_FOUND", EngineException.Kind.USER, "line 1:15: Table 'nope' does not exist"));

        String id = start("{'QueryString':'select * from nope','WorkGroup':'wg'}");

        JsonNode status = end(id).path("Status");
        String message = "TABLE_NOT_FOUND: line 1:15: Table 'nope' does not exist";
        assertThat(status.path("State").asText()).isEqualTo("FAILED");
        assertThat(status.path("StateChangeReason").asText()).isEqualTo(message);
        assertThat(status.at("/AthenaError/ErrorCategory").asInt()).isEqualTo(2);
        assertThat(status.at("/AthenaError/ErrorMessage").asText()).isEqualTo(message);
        assertThat(refused("GetQueryResults", "{'QueryExecutionId':'" + id + "'}"))
                .isEqualTo("InvalidRequestException: Query did not finish successfully. Final query state: FAILED");
    }

    @Test
    void aRunningQueryIsStopped() throws Exception {
        engine.start();
        String id = start("{'QueryString':'select 1','WorkGroup':'wg'}");
        engine.ran.take();
        assertThat(refused("GetQueryResults", "{'QueryExecutionId':'" + id + "'}"))
                .isEqualTo("InvalidRequestException: Query has not yet finished. Current state: RUNNING");

        ok("StopQueryExecution", "{'QueryExecutionId':'" + id + "'}");

        assertThat(end(id).at("/Status/StateChangeReason").asText()).isEqualTo("Query cancelled by user");
        ok("StopQueryExecution", "{'QueryExecutionId':'" + id + "'}");
    }

    @Test
    void aQueryThatScansMoreThanItsWorkgroupAllowsIsCancelled() throws IOException {
        engine.start();
        store.workgroup(
                "small",
                "ENABLED",
                "{\"ResultConfiguration\":{\"OutputLocation\":\"s3://out/\"},\"BytesScannedCutoffPerQuery\":41}");

        String id = start("{'QueryString':'select * from t','WorkGroup':'small'}");

        assertThat(end(id).at("/Status/State").asText()).isEqualTo("CANCELLED");
        assertThat(execution(id).at("/Status/StateChangeReason").asText())
                .isEqualTo("Bytes scanned limit was exceeded");
    }

    @Test
    void resultsThatCannotBeWrittenFailTheQuery() throws IOException {
        engine.start();
        store.workgroup("lost", "ENABLED", "{\"ResultConfiguration\":{\"OutputLocation\":\"s3://nowhere/\"}}");

        String id = start("{'QueryString':'select * from t','WorkGroup':'lost'}");

        assertThat(end(id).at("/Status/StateChangeReason").asText())
                .isEqualTo("Cannot write query results to s3://nowhere/" + id + ".csv: NoSuchBucket: nowhere");
    }
}
