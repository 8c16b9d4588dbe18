package io.millrace.local.tests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions to the lake over HTTP, from the key to the rows. */
@ExtendWith(LocalPlatform.class)
final class ServingIT {
    private static final String PERSON = "serving-" + UUID.randomUUID();
    private static final String EMAIL = PERSON + "@example.com";

    private static Serving api;

    @BeforeAll
    static void makeAPersonKnown() {
        api = Serving.ofPlatform();
        String event = """
            {"event_id":"%s","user_id":"%s","event_timestamp":"2026-03-01T12:00:00.000001Z","email":"%s","age":36}
            """.formatted(UUID.randomUUID(), PERSON, EMAIL);
        assertThat(Ingest.ofPlatform()
                        .post("/v1/events/users", event.getBytes(UTF_8))
                        .status())
                .isEqualTo(200);
        LocalPlatform.settle();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/health",
                "/tables",
                "/tables?layer=silver",
                "/tables/user_updates_silver",
                "/tables/user_updates_silver/preview",
                "/catalog",
                "/catalog/lineage/users"
            })
    void every_endpoint_answers_a_reader_and_nobody_else(String path) {
        assertThat(api.get(path).status()).isEqualTo(200);
        assertThat(api.as("").get(path).status()).isEqualTo(403);
        assertThat(api.as("no-such-key").get(path).status()).isEqualTo(403);
    }

    @Test
    void sql_needs_a_key_too() {
        assertThat(api.as("").query("SELECT 1").status()).isEqualTo(403);
        String writeKey = LocalPlatform.millrace("outputs")
                .succeeded()
                .json()
                .get("writeKey")
                .asText();
        assertThat(api.as(writeKey).query("SELECT 1").status())
                .as("a source's key")
                .isEqualTo(403);
    }

    @Test
    void a_table_is_told_as_it_stands() {
        JsonNode table = api.get("/tables/user_updates_silver").body();
        assertThat(table.get("owner").asText()).isEqualTo("accounts");
        assertThat(table.get("rows").asLong()).isPositive();
        assertThat(table.get("snapshot_id").asText()).matches("\\d+");
        assertThat(table.get("columns")).anySatisfy(column -> {
            assertThat(column.get("name").asText()).isEqualTo("email");
            assertThat(column.get("type").asText()).isEqualTo("string");
            assertThat(column.get("classification").asText()).isEqualTo("confidential");
        });
    }

    @Test
    void a_preview_shows_nothing_that_is_confidential() {
        JsonNode preview =
                api.get("/tables/user_updates_silver/preview?limit=100").body();
        List<String> names = new ArrayList<>();
        preview.get("columns").forEach(column -> names.add(column.get("name").asText()));
        assertThat(preview.get("rows")).isNotEmpty().allSatisfy(row -> {
            assertThat(row.get(names.indexOf("email")).asText()).isEqualTo("***");
            assertThat(row.get(names.indexOf("age")).isNull()).isTrue();
        });
        assertThat(preview.toString()).doesNotContain(EMAIL, PERSON + "\",");
    }

    @Test
    void a_query_finds_the_person_by_parameter() {
        ObjectNode question = JsonNodeFactory.instance
                .objectNode()
                .put("sql", "SELECT email, age, event_timestamp FROM user_updates_silver WHERE user_id = ?");
        question.putArray("parameters").add(PERSON);
        Serving.Reply reply = api.query(question);
        assertThat(reply.body().get("rows")).hasToString("[[\"" + EMAIL + "\",36,\"2026-03-01T12:00:00.000001Z\"]]");
        assertThat(reply.body().get("statistics").get("scanned_bytes").asLong()).isPositive();
    }

    @Test
    void a_quote_in_a_parameter_stays_a_quote() {
        ObjectNode question = JsonNodeFactory.instance.objectNode().put("sql", "SELECT ?, ?, ?, ?");
        question.putArray("parameters").add("' OR 'a' = 'a").add(-5).add(true).addNull();
        assertThat(api.query(question).body().get("rows")).hasToString("[[\"' OR 'a' = 'a\",-5,true,null]]");
    }

    @Test
    void a_long_result_comes_in_pages() {
        ObjectNode question = JsonNodeFactory.instance
                .objectNode()
                .put("sql", "SELECT x FROM UNNEST(sequence(1, 2500)) AS t (x) ORDER BY 1")
                .put("limit", 2300);
        List<Integer> seen = new ArrayList<>();
        JsonNode page = api.query(question).body();
        page.get("rows").forEach(row -> seen.add(row.get(0).asInt()));
        while (page.has("next_token")) {
            page = api.query(JsonNodeFactory.instance
                            .objectNode()
                            .put("next_token", page.get("next_token").asText()))
                    .body();
            page.get("rows").forEach(row -> seen.add(row.get(0).asInt()));
        }
        assertThat(seen)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 2300).boxed().toList());
        assertThat(page.get("truncated").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        DROP TABLE user_updates_silver                           | not_a_select
        SELECT 1; DELETE FROM user_updates_silver                | several_statements
        SELECT * FROM system.runtime.nodes                       | catalog
        SELECT * FROM prod_silver.user_updates_silver            | database
        SELECT * FROM "user_updates_silver$files"                | table
        SELECT "$path" FROM user_updates_silver                  | hidden_column
        SELECT * FROM TABLE(system.query('SELECT 1'))            | construct
        UNLOAD (SELECT 1) TO 's3://elsewhere/'                   | syntax
        """)
    void what_the_guard_refuses_does_not_run(String sql, String rule) {
        Serving.Reply reply = api.query(sql);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.error()).isEqualTo("sql_refused");
        assertThat(reply.body().get("rule").asText()).isEqualTo(rule);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        SELECT nope FROM user_updates_silver | column_not_found
        SELECT * FROM nope                   | table_not_found
        SELECT 1 / 0                         | division_by_zero
        """)
    void what_the_engine_refuses_is_told_in_its_words(String sql, String rule) {
        Serving.Reply reply = api.query(sql);
        assertThat(reply.status()).as("%s", reply).isEqualTo(400);
        assertThat(reply.error()).isEqualTo("query_failed");
        assertThat(reply.body().get("rule").asText()).isEqualTo(rule);
        assertThat(reply.body().get("message").asText()).doesNotContain("s3://", "awsdatacatalog");
    }

    @Test
    void lineage_leads_from_the_dataset_to_what_is_made_of_it() {
        assertThat(api.get("/catalog/lineage/user_updates_silver").body().get("upstream"))
                .hasToString("[{\"name\":\"users_bronze\",\"kind\":\"table\",\"layer\":\"bronze\"}]");
        assertThat(api.get("/catalog/lineage/users").body().get("edges"))
                .anySatisfy(edge -> assertThat(edge.get("to").asText()).isEqualTo("user_updates_silver"));
    }

    @Test
    void the_names_of_tables_are_there_for_tools() {
        Serving.Reply reply = api.query("SELECT table_name FROM information_schema.tables"
                + " WHERE table_schema = 'local_silver' AND table_name = 'user_updates_silver'");
        assertThat(reply.body().get("rows")).hasToString("[[\"user_updates_silver\"]]");
    }
}
