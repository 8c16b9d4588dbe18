package io.millrace.serving;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.serving.query.EngineException;
import io.millrace.serving.query.Execution;
import io.millrace.serving.query.ResultColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryRequestsTest {
    private final Caller api = new Caller();

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
}
