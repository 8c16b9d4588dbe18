package io.millrace.local.gateway.athena;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.millrace.local.gateway.catalog.LakeCatalog;
import io.millrace.local.gateway.catalog.TableName;
import io.millrace.local.gateway.engine.FakeEngine;
import io.millrace.local.gateway.result.ResultColumn;
import io.millrace.local.gateway.upstream.FakeStore;
import io.millrace.local.gateway.wire.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The local Athena's API on an engine and a store that tests tell what to answer. Requests are written with single quotes. */
@Timeout(30)
abstract class AthenaApiWorld {
    static final ObjectMapper JSON = new ObjectMapper();
    static final String OPEN =
            "{\"ResultConfiguration\":{\"OutputLocation\":\"s3://out/results\"},\"EnforceWorkGroupConfiguration\":true}";
    static final List<ResultColumn> TWO_COLUMNS =
            List.of(new ResultColumn("id", "bigint"), new ResultColumn("name", "varchar"));

    @TempDir
    Path spools;

    final FakeEngine engine = new FakeEngine();
    final FakeStore store = new FakeStore();
    TimeLimits limits = TimeLimits.ATHENA;
    AthenaApi api;

    @BeforeEach
    void open() throws IOException {
        Files.writeString(spools.resolve("of-no-query.csv"), "x");
        api = api();
        store.workgroup("wg", "ENABLED", OPEN);
        engine.answer(
                "select * from t",
                new FakeEngine.Answer(TWO_COLUMNS, List.of(List.of(1L, "a"), Arrays.asList(2L, null)), null, 42));
    }

    AthenaApi api() throws IOException {
        return new AthenaApi(
                engine, store, spools, limits, Clock.fixed(Instant.parse("2026-01-01T00:00:00.250Z"), ZoneOffset.UTC));
    }

    void table(String database, String name) throws Exception {
        new LakeCatalog(store)
                .create(
                        new TableName(database, name),
                        new Schema(),
                        PartitionSpec.unpartitioned(),
                        "s3://out/t",
                        Map.of());
    }

    String start(String request) throws IOException {
        return ok("StartQueryExecution", request).path("QueryExecutionId").asText();
    }

    JsonNode execution(String id) throws IOException {
        return ok("GetQueryExecution", "{'QueryExecutionId':'" + id + "'}").path("QueryExecution");
    }

    JsonNode end(String id) throws IOException {
        JsonNode execution = execution(id);
        while (execution.at("/Status/CompletionDateTime").isMissingNode()) {
            Thread.onSpinWait();
            execution = execution(id);
        }
        return execution;
    }

    JsonNode ok(String operation, String request) throws IOException {
        Reply reply = api.answer(operation, request.replace('\'', '"').getBytes(UTF_8));
        assertThat(reply.status()).as("%s", new String(reply.body(), UTF_8)).isEqualTo(200);
        return JSON.readTree(reply.body());
    }

    String refused(String operation, String request) throws IOException {
        Reply reply = api.answer(operation, request.replace('\'', '"').getBytes(UTF_8));
        assertThat(reply.status()).isEqualTo(400);
        JsonNode error = JSON.readTree(reply.body());
        return error.path("__type").asText() + ": " + error.path("Message").asText();
    }
}
