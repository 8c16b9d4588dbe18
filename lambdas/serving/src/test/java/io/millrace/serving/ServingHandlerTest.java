package io.millrace.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.serving.query.EngineException;
import io.millrace.serving.query.Execution;
import io.millrace.serving.query.ResultColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServingHandlerTest {
    private final Caller api = new Caller();

    @Test
    void health_says_what_runs_and_how_old_its_knowledge_is() {
        Caller.Reply reply = api.get("/health");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body())
                .hasToString("{\"status\":\"ok\",\"environment\":\"local\",\"version\":\"1.2.3\",\"tables\":3,"
                        + "\"as_of\":\"2026-03-01T12:00:00Z\"}");
    }

    @Test
    void tables_are_told_with_what_is_promised_and_how_they_stand() {
        JsonNode tables = api.get("/tables").body().path("tables");
        assertThat(tables)
                .extracting(table -> table.path("name").asText())
                .containsExactlyInAnyOrder("users_bronze", "user_updates_silver", "unpromised");
        assertThat(tables).anySatisfy(table -> {
            assertThat(table.path("name").asText()).isEqualTo("user_updates_silver");
            assertThat(table.path("owner").asText()).isEqualTo("accounts");
            assertThat(table.path("snapshot_id").asText()).isEqualTo("7000000000000000001");
            assertThat(table.path("rows").asLong()).isEqualTo(100);
            assertThat(table.path("updated_at").asText()).isEqualTo("1970-01-01T00:00:00Z");
        });
    }

    @ParameterizedTest
    @CsvSource({"bronze, 1", "silver, 1", "gold, 1", "ops, 0", "quarantine, 0"})
    void tables_of_a_layer_alone(String layer, int count) {
        assertThat(api.get("/tables", Map.of("layer", layer))
                        .body()
                        .path("count")
                        .asInt())
                .isEqualTo(count);
    }

    @Test
    void a_table_is_told_with_its_columns_and_what_is_secret_in_it() {
        JsonNode columns = api.get("/tables/user_updates_silver").body().path("columns");
        assertThat(columns)
                .extracting(
                        column -> column.path("name").asText(),
                        column -> column.path("classification").asText(),
                        column -> column.path("masked").asBoolean())
                .containsExactly(
                        tuple("event_id", "internal", false),
                        tuple("email", "confidential", true),
                        tuple("country", "internal", false),
                        tuple("age", "confidential", true),
                        tuple("_batch_id", "internal", false));
        assertThat(columns.get(1).path("description").asText()).isEqualTo("Where to write to.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        user_updates_silver | SELECT "event_id", '***' AS "email", "country", NULL AS "age", "_batch_id" FROM "local_silver"."user_updates_silver" LIMIT 6
        users_bronze        | SELECT '***' AS "event_id", '***' AS "payload", "_received_at" FROM "local_bronze"."users_bronze" LIMIT 6
        unpromised          | SELECT '***' AS "x" FROM "local_gold"."unpromised" LIMIT 6
        """)
    void a_preview_never_reads_what_is_masked(String table, String sql) {
        api.get("/tables/" + table + "/preview", Map.of("limit", "5"));
        assertThat(api.engine.started.get(0).sql()).isEqualTo(sql);
    }

    @Test
    void a_query_gives_rows_as_json_of_their_types() {
        api.engine.gives(
                List.of(
                        new ResultColumn("n", "bigint"),
                        new ResultColumn("d", "decimal"),
                        new ResultColumn("at", "timestamp with time zone"),
                        new ResultColumn("b", "boolean"),
                        new ResultColumn("x", "double"),
                        new ResultColumn("bytes", "varbinary"),
                        new ResultColumn("none", "varchar")),
                List.of(Arrays.asList(
                        "9007199254740993", "1.10", "2026-03-01 12:00:00.000001 UTC", "true", "NaN", "68 69", null)));
        Caller.Reply reply = api.query("SELECT 1");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body().path("rows"))
                .hasToString("[[9007199254740993,\"1.10\",\"2026-03-01T12:00:00.000001Z\",true,null,\"aGk=\",null]]");
        assertThat(reply.body().at("/statistics/scanned_bytes").asLong()).isEqualTo(42);
        assertThat(reply.body().path("truncated").asBoolean()).isFalse();
    }

    @Test
    void only_what_the_guard_has_written_is_run_in_the_silver_database() {
        api.query("select 1 -- nothing");
        assertThat(api.engine.started.get(0).sql().replaceAll("\\s+", " ").strip())
                .isEqualTo("SELECT 1 LIMIT 1001");
        assertThat(api.engine.started.get(0).database()).isEqualTo("local_silver");
    }

    @Test
    void parameters_become_literals_that_nothing_gets_out_of() {
        Caller.Reply reply = api.post(
                "/query", "{\"sql\":\"SELECT ?, ?, ?, ?, ?\",\"parameters\":[\"' OR 1=1 --\", -5, 1.10, true, null]}");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(api.engine.started.get(0).literals())
                .containsExactly("''' OR 1=1 --'", "-5", "1.10", "true", "null");
    }

    @Test
    void a_long_result_comes_in_pages_up_to_the_limit() {
        api.engine.gives(
                List.of(new ResultColumn("n", "integer")),
                IntStream.range(0, 2_101).mapToObj(i -> List.of("" + i)).toList());
        List<Integer> seen = new ArrayList<>();
        Caller.Reply reply = api.post("/query", "{\"sql\":\"SELECT n FROM t\",\"limit\":2100}");
        int pages = 1;
        while (true) {
            reply.body().path("rows").forEach(row -> seen.add(row.get(0).asInt()));
            if (!reply.body().has("next_token")) {
                break;
            }
            reply = api.post(
                    "/query",
                    "{\"next_token\":\"" + reply.body().path("next_token").asText() + "\"}");
            pages++;
        }
        assertThat(seen)
                .containsExactlyElementsOf(IntStream.range(0, 2_100).boxed().toList());
        assertThat(pages).isEqualTo(3);
        assertThat(reply.body().path("truncated").asBoolean()).isTrue();
    }

    @Test
    void a_page_of_wide_rows_has_fewer_of_them() {
        api.engine.gives(
                List.of(new ResultColumn("text", "varchar")),
                IntStream.range(0, 10)
                        .mapToObj(i -> List.of("x".repeat(500_000)))
                        .toList());
        Caller.Reply reply = api.query("SELECT text FROM t");
        assertThat(reply.body().path("count").asInt()).isBetween(1, 4);
        assertThat(reply.body().has("next_token")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bm8", "", "%%%", "YTViNzA0ZmUtMDAwMC00MDAwLTgwMDAtMDAwMDAwMDAwMDAwCjEwCjU"})
    void a_token_that_was_not_given_is_refused(String token) {
        Caller.Reply reply = api.post("/query", "{\"next_token\":\"" + token + "\"}");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body().path("error").asText()).isEqualTo("bad_token");
    }

    @Test
    void a_refused_statement_is_answered_with_the_rule_and_the_place_and_never_run() {
        Caller.Reply reply = api.query("SELECT 1\nFROM prod_silver.t");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body())
                .hasToString("{\"error\":\"sql_refused\",\"message\":\"Cannot run the SQL: The database 'prod_silver'"
                        + " cannot be read here\",\"rule\":\"database\",\"line\":2,\"column\":6}");
        assertThat(api.engine.started).isEmpty();
    }

    @Test
    void a_query_that_does_not_end_in_time_is_stopped() {
        api.engine.runsFor(Integer.MAX_VALUE).whenLookedAt(() -> api.now = api.now.plusSeconds(1));
        Caller.Reply reply = api.query("SELECT 1");
        assertThat(reply.status()).isEqualTo(504);
        assertThat(reply.body().path("error").asText()).isEqualTo("query_timeout");
        assertThat(api.engine.stopped).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        FAILED  | true  | COLUMN_NOT_FOUND: line 1:8: Column 'nope' cannot be resolved                  | 400 | query_failed  | Cannot run the query: Column 'nope' cannot be resolved
        FAILED  | true  | TABLE_NOT_FOUND: line 1:8: Table 'awsdatacatalog.local_silver.t' does not exist | 400 | query_failed  | Cannot run the query: Table 'local_silver.t' does not exist
        FAILED  | true  | ICEBERG_BAD_DATA: Error opening s3://millrace-lake-111122223333/a/b.parquet    | 400 | query_failed  | Cannot run the query: Error opening
        FAILED  | false | GENERIC_INTERNAL_ERROR: java.lang.NullPointerException                         | 502 | engine_failed | Cannot finish the query: the engine failed
        STOPPED | false | Bytes scanned limit was exceeded                                                | 400 | scan_limit    | Cannot finish the query: it reads more bytes than are allowed; ask for less
        STOPPED | false | Query was cancelled                                                             | 503 | query_stopped | Cannot finish the query: it was stopped; try again
        """)
    void a_query_that_fails_is_told_of_without_what_is_inside(
            Execution.State state, boolean senders, String reason, int status, String error, String message) {
        api.engine.endsAs(new Execution(state, reason, senders, 0, 0));
        Caller.Reply reply = api.query("SELECT 1");
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.body().path("error").asText()).isEqualTo(error);
        assertThat(reply.body().path("message").asText()).isEqualTo(message);
    }

    @ParameterizedTest
    @CsvSource({"BUSY, 429, engine_busy", "AWAY, 503, engine_unavailable", "BAD_STATEMENT, 400, query_failed"})
    void an_engine_that_does_not_take_a_query_is_told_of(EngineException.Kind kind, int status, String error) {
        api.engine.refuses(kind);
        Caller.Reply reply = api.query("SELECT 1");
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.body().path("error").asText()).isEqualTo(error);
        assertThat(reply.headers().has("Retry-After")).isEqualTo(status != 400);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        GET  | /nothing               |                                        | 404 | unknown_path
        GET  | /                      |                                        | 404 | unknown_path
        GET  | /tables/nope           |                                        | 404 | unknown_table
        GET  | /tables/nope/preview   |                                        | 404 | unknown_table
        GET  | /tables/x/y            |                                        | 404 | unknown_path
        GET  | /tables/%zz            |                                        | 400 | bad_path
        GET  | /catalog/lineage/nope  |                                        | 404 | unknown_table
        POST | /tables                | {}                                     | 405 | method_not_allowed
        GET  | /query                 |                                        | 405 | method_not_allowed
        POST | /query                 |                                        | 400 | bad_body
        POST | /query                 | []                                     | 400 | bad_body
        POST | /query                 | {"sql":1}                              | 400 | bad_body
        POST | /query                 | {"sql":"SELECT 1","what":1}            | 400 | bad_body
        POST | /query                 | {"sql":"SELECT 1"} more                | 400 | bad_body
        POST | /query                 | {"sql":"SELECT 1","limit":0}           | 400 | bad_body
        POST | /query                 | {"sql":"SELECT 1","limit":10001}       | 400 | bad_body
        POST | /query                 | {"sql":"SELECT 1","limit":"5"}         | 400 | bad_body
        POST | /query                 | {"sql":"SELECT 1","parameters":{}}     | 400 | bad_body
        POST | /query                 | {"sql":"SELECT 1","parameters":[1]}    | 400 | bad_parameters
        POST | /query                 | {"sql":"SELECT ?","parameters":[]}     | 400 | bad_parameters
        POST | /query                 | {"sql":"SELECT ?","parameters":[[1]]}  | 400 | bad_parameters
        POST | /query                 | {"sql":""}                             | 400 | sql_refused
        """)
    void what_is_wrong_with_a_request_is_told(String method, String path, String body, int status, String error) {
        Caller.Reply reply = api.call(method, path, Map.of(), body);
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.body().path("error").asText()).isEqualTo(error);
        assertThat(reply.body().path("message").asText()).startsWith("Cannot ");
    }

    @Test
    void what_nobody_foresaw_is_logged_and_not_told() {
        Caller.Reply reply = api.raw("no event at all");
        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.body().toString()).doesNotContain("Exception");
        assertThat(api.logged()).contains("\"level\":\"ERROR\"").contains("Exception");
    }

    @Test
    void the_log_has_no_sql_and_no_value() {
        api.query("SELECT 'very secret' FROM prod_silver.t");
        assertThat(api.logged()).contains("\"error\":\"sql_refused\"").doesNotContain("secret", "prod_silver");
    }

    @Test
    void lineage_goes_from_the_dataset_to_its_tables() {
        JsonNode lineage = api.get("/catalog/lineage/users_bronze").body();
        assertThat(lineage.path("upstream"))
                .hasToString("[{\"name\":\"users\",\"kind\":\"dataset\",\"layer\":\"source\"}]");
        assertThat(lineage.path("downstream"))
                .anySatisfy(node -> assertThat(node.path("name").asText()).isEqualTo("user_updates_silver"));
    }

    @Test
    void the_catalog_tells_every_dataset_with_its_fields() {
        JsonNode datasets = api.get("/catalog").body().path("datasets");
        assertThat(datasets).anySatisfy(dataset -> {
            assertThat(dataset.path("name").asText()).isEqualTo("users");
            assertThat(dataset.path("freshness").asText()).isEqualTo("PT1H");
            assertThat(dataset.path("fields"))
                    .anySatisfy(field ->
                            assertThat(field.path("classification").asText()).isEqualTo("confidential"));
        });
    }
}
