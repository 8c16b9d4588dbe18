package io.millrace.local.gateway.athena;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.millrace.local.gateway.catalog.LakeCatalog;
import io.millrace.local.gateway.catalog.TableName;
import io.millrace.local.gateway.engine.EngineException;
import io.millrace.local.gateway.engine.FakeEngine;
import io.millrace.local.gateway.result.ResultColumn;
import io.millrace.local.gateway.upstream.FakeStore;
import io.millrace.local.gateway.wire.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class AthenaApiTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OPEN =
            "{\"ResultConfiguration\":{\"OutputLocation\":\"s3://out/results\"},\"EnforceWorkGroupConfiguration\":true}";
    private static final List<ResultColumn> TWO_COLUMNS =
            List.of(new ResultColumn("id", "bigint"), new ResultColumn("name", "varchar"));

    @TempDir
    Path spools;

    private final FakeEngine engine = new FakeEngine();
    private final FakeStore store = new FakeStore();
    private TimeLimits limits = TimeLimits.ATHENA;
    private AthenaApi api;

    @BeforeEach
    void open() throws IOException {
        Files.writeString(spools.resolve("of-no-query.csv"), "x");
        api = api();
        store.workgroup("wg", "ENABLED", OPEN);
        engine.answer(
                "select * from t",
                new FakeEngine.Answer(TWO_COLUMNS, List.of(List.of(1L, "a"), Arrays.asList(2L, null)), null, 42));
    }

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
    void resultsBeginWithTheColumnNamesAndComeInPages() throws IOException {
        engine.start();
        String id = start("{'QueryString':'select * from t','WorkGroup':'wg'}");
        end(id);

        JsonNode first = ok("GetQueryResults", "{'QueryExecutionId':'" + id + "','MaxResults':2}");
        JsonNode second = ok(
                "GetQueryResults",
                "{'QueryExecutionId':'" + id + "','MaxResults':2,'NextToken':'"
                        + first.path("NextToken").asText() + "'}");

        assertThat(first.at("/ResultSet/Rows").toString())
                .isEqualTo("[{\"Data\":[{\"VarCharValue\":\"id\"},{\"VarCharValue\":\"name\"}]},"
                        + "{\"Data\":[{\"VarCharValue\":\"1\"},{\"VarCharValue\":\"a\"}]}]");
        assertThat(second.at("/ResultSet/Rows").toString()).isEqualTo("[{\"Data\":[{\"VarCharValue\":\"2\"},{}]}]");
        assertThat(second.has("NextToken")).isFalse();
        assertThat(first.at("/ResultSet/ResultSetMetadata/ColumnInfo/0/Type").asText())
                .isEqualTo("bigint");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'MaxResults':0}      | MaxResults must be from 1 to 1000: 0",
                "{'MaxResults':1001}   | MaxResults must be from 1 to 1000: 1001",
                "{'NextToken':'b3RoZXJAMQ'} | Cannot use NextToken here: it was given for another request",
            })
    void pagesThatCannotBeAreRefused(String request, String message) throws IOException {
        engine.start();
        String id = start("{'QueryString':'select * from t','WorkGroup':'wg'}");
        end(id);

        assertThat(refused("GetQueryResults", "{'QueryExecutionId':'" + id + "'," + request.substring(1)))
                .isEqualTo("InvalidRequestException: " + message);
    }

    @Test
    void showGivesRowsWithoutNamesAndAPlainFile() throws IOException {
        engine.start();
        store.answer(
                "AWSGlue.GetTables", "{\"DatabaseName\":\"d\"}", "{\"TableList\":[{\"Name\":\"u\"},{\"Name\":\"t\"}]}");

        String id = start("{'QueryString':'show tables in d','WorkGroup':'wg'}");

        assertThat(end(id).path("StatementType").asText()).isEqualTo("UTILITY");
        JsonNode results = ok("GetQueryResults", "{'QueryExecutionId':'" + id + "'}");
        assertThat(results.at("/ResultSet/Rows/0/Data/0/VarCharValue").asText()).isEqualTo("t");
        assertThat(results.at("/ResultSet/ResultSetMetadata/ColumnInfo/0/Name").asText())
                .isEqualTo("tab_name");
        assertThat(store.objects()).containsEntry("results/" + id + ".txt", "t\nu\n");
    }

    @Test
    void anInsertCountsItsRows() throws Exception {
        engine.start();
        table("default", "t");
        engine.answer(
                "insert into t values (1)",
                new FakeEngine.Answer(List.of(new ResultColumn("rows", "bigint")), List.of(List.of(7L)), 7L, 0));

        String id = start("{'QueryString':'insert into t values (1)','WorkGroup':'wg'}");
        end(id);

        JsonNode results = ok("GetQueryResults", "{'QueryExecutionId':'" + id + "'}");
        assertThat(results.path("UpdateCount").asLong()).isEqualTo(7);
        assertThat(results.at("/ResultSet/Rows")).isEmpty();
    }

    @Test
    void aTableFromAQueryListsItsFiles() throws Exception {
        engine.start();
        engine.answer(
                "SELECT file_path FROM \"d\".\"t$files\"",
                new FakeEngine.Answer(
                        List.of(new ResultColumn("file_path", "varchar")), List.of(List.of("s3://out/f")), null, 0));
        engine.answerAll(
                "SELECT * FROM (SELECT",
                new FakeEngine.Answer(List.of(new ResultColumn("x", "integer")), List.of(), null, 0));
        engine.answerAll(
                "CREATE TABLE \"d\".\"t\"",
                new FakeEngine.Answer(List.of(new ResultColumn("rows", "bigint")), List.of(List.of(3L)), 3L, 0));
        table("d", "t");

        String id = start("{'QueryString':'create table d.t as select 1 x','WorkGroup':'wg'}");

        JsonNode query = end(id);
        assertThat(query.path("StatementType").asText()).isEqualTo("DDL");
        assertThat(query.at("/Statistics/DataManifestLocation").asText())
                .isEqualTo("s3://out/results/tables/" + id + "-manifest.csv");
        assertThat(store.objects()).containsEntry("results/tables/" + id + "-manifest.csv", "s3://out/f\n");
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

    @Test
    void databaseParametersAndPreparedStatementsReachTheEngine() throws Exception {
        engine.start();
        store.answer(
                "AmazonAthena.GetPreparedStatement",
                "{\"StatementName\":\"byid\",\"WorkGroup\":\"wg\"}",
                "{\"PreparedStatement\":{\"QueryStatement\":\"select * from t where id = ?\"}}");
        engine.answer("execute byid using 1", new FakeEngine.Answer(TWO_COLUMNS, List.of(), null, 0));

        end(start("{'QueryString':'select * from t','WorkGroup':'wg','ExecutionParameters':['1'],"
                + "'QueryExecutionContext':{'Database':'`Local_silver`','Catalog':'AwsDataCatalog'}}"));
        end(start("{'QueryString':'execute byid using 1','WorkGroup':'wg'}"));

        assertThat(engine.ran.take()).extracting("schema", "parameters").containsExactly("local_silver", List.of("1"));
        assertThat(engine.ran.take().prepared()).containsEntry("byid", "select * from t where id = ?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'QueryString':'select 1','WorkGroup':'none'} | WorkGroup none is not found.",
                "{'QueryString':'select 1','WorkGroup':'off'}  | WorkGroup off is disabled.",
                "{'QueryString':'select 1','WorkGroup':'bare'} | No output location provided. An output location is required either through the Workgroup result configuration setting or as an API input.",
                "{'WorkGroup':'wg'}                            | QueryString must have 1 to 262144 characters",
                "{'QueryString':'select 1','WorkGroup':'wg','QueryExecutionContext':{'Catalog':'other'}} | Catalog other was not found; this account has AwsDataCatalog",
                "{'QueryString':'execute q','WorkGroup':'wg'}  | PreparedStatement q was not found in workGroup wg",
            })
    void aQueryThatCannotStartIsRefused(String request, String message) throws IOException {
        store.workgroup("off", "DISABLED", OPEN);
        store.workgroup("bare", "ENABLED", "{}");

        assertThat(refused("StartQueryExecution", request)).isEqualTo("InvalidRequestException: " + message);
    }

    @Test
    void aTokenStartsOneQuery() throws IOException {
        String request = "{'QueryString':'select * from t','WorkGroup':'wg','ClientRequestToken':'token'}";

        String id = start(request);

        assertThat(start(request)).isEqualTo(id);
        assertThat(refused("StartQueryExecution", request.replace("* from t", "1")))
                .isEqualTo("InvalidRequestException: Idempotent parameters do not match");
    }

    @Test
    void queriesAreListedByWorkgroupNewestFirstInPages() throws IOException {
        store.workgroup("other", "ENABLED", OPEN);
        String first = start("{'QueryString':'select * from t','WorkGroup':'wg'}");
        start("{'QueryString':'select * from t','WorkGroup':'other'}");
        String second = start("{'QueryString':'select * from t','WorkGroup':'wg'}");

        JsonNode page = ok("ListQueryExecutions", "{'WorkGroup':'wg','MaxResults':1}");
        JsonNode rest = ok(
                "ListQueryExecutions",
                "{'WorkGroup':'wg','NextToken':'" + page.path("NextToken").asText() + "'}");
        JsonNode batch = ok("BatchGetQueryExecution", "{'QueryExecutionIds':['" + first + "','unknown']}");

        assertThat(page.at("/QueryExecutionIds/0").asText()).isEqualTo(second);
        assertThat(rest.at("/QueryExecutionIds/0").asText()).isEqualTo(first);
        assertThat(rest.has("NextToken")).isFalse();
        assertThat(batch.at("/QueryExecutions/0/QueryExecutionId").asText()).isEqualTo(first);
        assertThat(batch.at("/UnprocessedQueryExecutionIds/0/QueryExecutionId").asText())
                .isEqualTo("unknown");
    }

    @Test
    void metadataComesFromTheGlueCatalog() throws IOException {
        store.answer(
                "AWSGlue.GetTable",
                "{\"DatabaseName\":\"d\",\"Name\":\"t\"}",
                "{\"Table\":{\"Name\":\"t\",\"TableType\":\"EXTERNAL_TABLE\",\"Parameters\":{\"table_type\":\"ICEBERG\"},"
                        + "\"StorageDescriptor\":{\"Columns\":[{\"Name\":\"id\",\"Type\":\"bigint\",\"Parameters\":{}}]}}}");

        JsonNode table = ok("GetTableMetadata", "{'CatalogName':'AwsDataCatalog','DatabaseName':'d','TableName':'t'}");

        assertThat(table.at("/TableMetadata/Columns").toString()).isEqualTo("[{\"Name\":\"id\",\"Type\":\"bigint\"}]");
        assertThat(table.at("/TableMetadata/Parameters/table_type").asText()).isEqualTo("ICEBERG");
        assertThat(refused("GetTableMetadata", "{'CatalogName':'AwsDataCatalog','DatabaseName':'d','TableName':'u'}"))
                .startsWith("MetadataException: EntityNotFoundException");
    }

    @Test
    void whatIsNotHereIsRefusedByName() throws IOException {
        assertThat(refused("StartSession", "{}"))
                .isEqualTo("UnsupportedOperationException: Cannot answer AmazonAthena.StartSession:"
                        + " the local Athena does not have it");
        assertThat(AthenaApi.keptByStore("StartSession")).isFalse();
        assertThat(AthenaApi.keptByStore("CreateWorkGroup")).isTrue();
    }

    @Test
    void aRequestThatIsNoJsonIsRefused() throws IOException {
        assertThat(refused("GetQueryExecution", "{nonsense")).startsWith("SerializationException");
        assertThat(refused("GetQueryExecution", "[]")).startsWith("SerializationException");
    }

    private AthenaApi api() throws IOException {
        return new AthenaApi(
                engine, store, spools, limits, Clock.fixed(Instant.parse("2026-01-01T00:00:00.250Z"), ZoneOffset.UTC));
    }

    private void table(String database, String name) throws Exception {
        new LakeCatalog(store)
                .create(
                        new TableName(database, name),
                        new Schema(),
                        PartitionSpec.unpartitioned(),
                        "s3://out/t",
                        Map.of());
    }

    private String start(String request) throws IOException {
        return ok("StartQueryExecution", request).path("QueryExecutionId").asText();
    }

    private JsonNode execution(String id) throws IOException {
        return ok("GetQueryExecution", "{'QueryExecutionId':'" + id + "'}").path("QueryExecution");
    }

    private JsonNode end(String id) throws IOException {
        JsonNode execution = execution(id);
        while (execution.at("/Status/CompletionDateTime").isMissingNode()) {
            Thread.onSpinWait();
            execution = execution(id);
        }
        return execution;
    }

    private JsonNode ok(String operation, String request) throws IOException {
        Reply reply = api.answer(operation, request.replace('\'', '"').getBytes(UTF_8));
        assertThat(reply.status()).as("%s", new String(reply.body(), UTF_8)).isEqualTo(200);
        return JSON.readTree(reply.body());
    }

    private String refused(String operation, String request) throws IOException {
        Reply reply = api.answer(operation, request.replace('\'', '"').getBytes(UTF_8));
        assertThat(reply.status()).isEqualTo(400);
        JsonNode error = JSON.readTree(reply.body());
        return error.path("__type").asText() + ": " + error.path("Message").asText();
    }
}
