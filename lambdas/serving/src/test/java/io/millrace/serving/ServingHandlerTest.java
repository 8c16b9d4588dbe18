package io.millrace.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
