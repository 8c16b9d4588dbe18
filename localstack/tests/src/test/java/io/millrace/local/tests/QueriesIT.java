package io.millrace.local.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.millrace.local.platform.Platform;
import io.millrace.query.AthenaQueries;
import io.millrace.query.ResultTable;
import io.millrace.target.StackOutputs;
import io.millrace.target.Target;
import io.millrace.target.Targets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.athena.model.NamedQuery;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.Table;

/** Views and named queries as they were deployed, asked of rows whose answer is known. */
@ExtendWith(LocalPlatform.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class QueriesIT {
    private final Target target = Targets.local(Platform.at(Checkout.root(), Checkout.state()));
    private final AthenaQueries athena = new AthenaQueries(target);
    private Map<String, String> named = Map.of();
    private Fixture fixture;

    @BeforeAll
    void makeRows() {
        named = named();
        fixture =
                new Fixture(athena, StackOutputs.of(target).need("LakeBucket"), sql(view("bronze.quarantined_events")));
    }

    @AfterAll
    void close() {
        athena.close();
    }

    @Test
    void the_funnel_counts_steps_in_their_order() {
        assertThat(answer("funnel"))
                .containsExactly("1|view|4|-|100.0", "2|click|2|50.0|50.0", "3|purchase|1|50.0|25.0");
    }

    @Test
    void retention_has_a_figure_for_each_day_that_is_over() {
        assertThat(answer("retention"))
                .containsExactly(day(40) + "|1|0.0|0.0|100.0", day(10) + "|3|33.3|0.0|-", day(9) + "|1|0.0|100.0|-");
    }

    @Test
    void data_quality_counts_by_rule_what_broke_it_and_what_waits() {
        assertThat(answer("data_quality"))
                .containsExactly(
                        "app_events|door|required|2|1|22.22|has no type",
                        "app_events|row|format|1|1|11.11|is no time",
                        "orders|door|minimum|1|1|25.0|is 0");
    }

    @Test
    void pipeline_health_says_how_much_came_how_long_ago_and_how_slowly() {
        ResultTable health = fixture.answer(named.get("pipeline_health"));

        assertThat(health.rows())
                .extracting(row -> String.join("|", row.get(0), row.get(1), row.get(2), row.get(5), row.get(6)))
                .containsExactly("app_events|7|5|2.0|2.0", "orders|3|3|4.0|4.0");
        assertThat(Long.parseLong(health.rows().get(0).get(4))).isBetween(600L, 900L);
    }

    @Test
    void quarantined_events_are_text_and_say_whether_they_were_brought_in() {
        ResultTable events =
                fixture.answer("SELECT dataset, event_id, stage, rule, payload, replayed_at IS NULL, fate FROM ("
                        + sql(view("bronze.quarantined_events")) + ") ORDER BY event_id");
        assertThat(texts(events))
                .containsExactly(
                        "app_events|q0|row|format|x|true|-",
                        "app_events|q1|door|required|{\"id\":1}|false|silver",
                        "app_events|q2|door|required|{}|true|-",
                        "app_events|q3|row|format|x|true|-",
                        "orders|q4|door|minimum|{}|true|-");
    }

    @Test
    void a_users_timeline_has_all_that_the_user_did() {
        assertThat(texts(fixture.answer("SELECT dataset, event_id, action, detail FROM ("
                        + sql(view("silver.user_timeline")) + ") WHERE user_id = 'u1' ORDER BY dataset, event_id")))
                .containsExactly(
                        "app_events|e1|view|web",
                        "app_events|e2|click|web",
                        "app_events|e3|purchase|web",
                        "clickstream|c1|click|/home",
                        "orders|o1|order_completed|p-7");
    }

    @Test
    void a_days_overview_has_its_visits_and_its_sales_and_days_with_either_alone() {
        assertThat(texts(fixture.answer(sql(view("gold.daily_overview")) + " ORDER BY day")))
                .containsExactly(
                        "2026-03-01|10|4|12|0.25|5|50.5|toys",
                        "2026-03-02|8|1|0|-|0|0.0|-",
                        "2026-03-03|0|0|0|-|1|9.0|toys");
    }

    @Test
    void the_latest_quality_is_of_the_newest_audit() {
        assertThat(texts(fixture.answer(sql(view("ops.latest_quality")))))
                .containsExactly(
                        "gold|daily_sales_metrics|sales|main|2026-03-01 02:00:00.000|30|0.9|0.99|false|2|1|null of category");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"bronze.quarantined_events", "silver.user_timeline", "gold.daily_overview", "ops.latest_quality"
            })
    void a_view_has_the_columns_that_the_catalog_says(String name) {
        Table view = view(name);

        assertThat(fixture.answer(sql(view)).columns().stream().map(column -> column.name() + " " + column.type()))
                .containsExactlyElementsOf(view.storageDescriptor().columns().stream()
                        .map(column -> column.name() + " " + column.type().replace("string", "varchar"))
                        .toList());
    }

    @Test
    void deployed_views_and_queries_answer_for_simulated_traffic() {
        LocalPlatform.millrace("simulate", "--source", "web", "--events", "200", "--rate", "400", "--invalid", "0.1")
                .succeeded();
        LocalPlatform.settle();

        assertThat(LocalPlatform.count(
                        "SELECT count(*) FROM local_bronze.quarantined_events WHERE dataset = 'app_events'"))
                .isEqualTo(LocalPlatform.count("SELECT count(*) FROM local_bronze.app_events_quarantine"))
                .isPositive();
        assertThat(LocalPlatform.count("SELECT count(*) FROM local_silver.user_timeline WHERE dataset = 'app_events'"))
                .isEqualTo(LocalPlatform.count("SELECT count(*) FROM local_silver.app_events_silver"))
                .isPositive();
        assertThat(named).containsOnlyKeys("data_quality", "funnel", "pipeline_health", "retention");
        assertThat(named.values()).allSatisfy(sql -> assertThat(run(sql).rows()).isNotEmpty());
    }

    private List<String> answer(String query) {
        return texts(fixture.answer(named.get(query)));
    }

    private static List<String> texts(ResultTable table) {
        return table.rows().stream()
                .map(row ->
                        row.stream().map(value -> value == null ? "-" : value).collect(Collectors.joining("|")))
                .toList();
    }

    private ResultTable run(String sql) throws InterruptedException {
        return athena.run(sql, "local_silver");
    }

    private static String day(int daysAgo) {
        return LocalDate.now(ZoneOffset.UTC).minusDays(daysAgo).toString();
    }

    /** Of the platform's workgroup, by name. */
    private Map<String, String> named() {
        try (AthenaClient client = target.clients().athena()) {
            List<String> ids = client.listNamedQueries(request -> request.workGroup(target.workgroup()))
                    .namedQueryIds();
            return client.batchGetNamedQuery(request -> request.namedQueryIds(ids)).namedQueries().stream()
                    .collect(Collectors.toMap(NamedQuery::name, NamedQuery::queryString));
        }
    }

    private Table view(String name) {
        String[] parts = name.split("\\.", 2);
        try (GlueClient glue = target.clients().glue()) {
            return glue.getTable(
                            request -> request.databaseName("local_" + parts[0]).name(parts[1]))
                    .table();
        }
    }

    /** The SQL in a view's entry. */
    private static String sql(Table view) {
        String encoded = view.viewOriginalText().replace("/* Presto View: ", "").replace(" */", "");
        try {
            return new JsonMapper()
                    .readTree(Base64.getDecoder().decode(encoded))
                    .path("originalSql")
                    .asText();
        } catch (IOException e) {
            throw new UncheckedIOException(view.name(), e);
        }
    }
}
