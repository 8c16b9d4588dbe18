package io.millrace.job.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.job.Layer;
import io.millrace.job.TestLake;
import io.millrace.job.quality.GateException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each gold table against rows that were worked out by hand. */
class GoldTablesIT {
    private final TestLake lake = new TestLake();
    private int line;

    @BeforeEach
    void tables() {
        for (String dataset : List.of("clickstream", "orders", "exchange_rates", "products", "users", "app_events")) {
            lake.create(dataset);
        }
    }

    @Test
    void everyModelIsMadeOfNothing() throws Exception {
        lake.run(new SilverJob());

        assertThat(lake.run(new GoldJob()).at("/result/models")).hasSize(5).allSatisfy(model -> {
            assertThat(model.path("outcome").asText()).isEqualTo("made");
            assertThat(model.path("rows").asLong()).isZero();
        });
    }

    @Test
    void eventsOfAnHourAreCountedByTypeAndApp() throws Exception {
        event("2026-03-01T10:00:00", "click", "'web'", "'ann'", "null", "1.5");
        event("2026-03-01T10:30:00", "click", "'web'", "'ann'", "'dev1'", "2.5");
        event("2026-03-01T10:59:59.999", "click", "'web'", "null", "'dev2'", "null");
        event("2026-03-01T11:00:00", "click", "'web'", "null", "'dev2'", "null");
        event("2026-03-01T10:00:00", "click", "null", "'bob'", "null", "-1");

        gold("event_metrics_gold", "2026-03-01");

        assertThat(lake.lines("SELECT * FROM {gold}.event_metrics_gold ORDER BY metric_hour, app_type"))
                .containsExactly(
                        "2026-03-01 | 10 | click | null | 1 | 1 | -1.0 | -1.0 | -1.0 | -1.0",
                        "2026-03-01 | 10 | click | web | 3 | 2 | 1.5 | 2.5 | 2.0 | 4.0",
                        "2026-03-01 | 11 | click | web | 1 | 1 | null | null | null | null");
    }

    @Test
    void aDayIsSummedUpByWhoCameWhoWasNewAndWhoCameBack() throws Exception {
        events("ann", "2026-03-01", 2);
        events("bob", "2026-03-01", 1);
        events("ann", "2026-03-02", 1);
        events("cat", "2026-03-02", 1);
        events("bob", "2026-03-08", 1);
        click("2026-03-01T10:00:00", "s1");
        click("2026-03-01T10:01:00", "s1");
        click("2026-03-01T11:00:00", "s2");
        order("t1", "ann", "p1", "10.5", "2026-03-01", "order_completed");
        order("t1", "ann", "p1", "10.5", "2026-03-01", "order_shipped");
        order("t2", "ann", "p1", "5", "2026-03-05", "order_completed");

        gold("daily_summary_gold", "2026-03-08");

        assertThat(lake.lines("SELECT * FROM {gold}.daily_summary_gold ORDER BY 1"))
                .containsExactly(
                        "2026-03-01 | 3 | 2 | 2 | 0 | 0.0 | 2 | 0.5 | 30.0 | 0.5 | 0.5 | 0.0 | 10.5000",
                        "2026-03-02 | 2 | 2 | 1 | 1 | 50.0 | 0 | null | null | 0.0 | 0.0 | 0.0 | 0.0000",
                        "2026-03-05 | 0 | 0 | 0 | 0 | null | 0 | null | null | null | null | null | 5.0000",
                        "2026-03-08 | 1 | 1 | 0 | 1 | 100.0 | 0 | null | null | null | null | null | 0.0000");
    }

    @Test
    void aUsersActivityIsOfTheLastThirtyDays() throws Exception {
        events("ann", "2026-03-01", 2);
        events("ann", "2026-03-02", 3);
        event("2026-03-02T23:00:00", "purchase", "'web'", "'ann'", "null", "1");

        gold("daily_user_activity", "2026-03-31");

        assertThat(lake.lines("SELECT * FROM {gold}.daily_user_activity"))
                .containsExactly("ann | 2026-03-02 | 4 | 2 | 2026-03-02T10:00:00Z | 2026-03-02T23:00:00Z");
    }

    @Test
    void activityOfADayThatLeavesTheWindowIsForgotten() throws Exception {
        events("ann", "2026-03-01", 1);
        events("ann", "2026-03-02", 1);
        gold("daily_user_activity", "2026-03-30");
        assertThat(lake.lines("SELECT count(*) FROM {gold}.daily_user_activity"))
                .containsExactly("2");

        assertThat(outcome(gold("daily_user_activity", "2026-03-31")))
                .isEqualTo("made [\"2026-03-01\"] [\"2026-03-01\"]");

        assertThat(lake.lines("SELECT activity_date FROM {gold}.daily_user_activity"))
                .containsExactly("2026-03-02");
    }

    @Test
    void salesAreSummedByDayAndCategory() throws Exception {
        product("p1", "'kitchen'");
        order("t1", "ann", "p1", "10", "2026-03-01", "order_completed");
        order("t1", "ann", "p1", "5", "2026-03-01", "order_completed");
        order("t2", "bob", "p1", "1", "2026-03-01", "order_completed");
        order("t3", "bob", "p9", "3", "2026-03-01", "order_completed");
        order("t4", "bob", "p1", "100", "2026-03-01", "order_cancelled");
        order("t5", "bob", "p1", "0.0001", "2026-03-02", "order_completed");

        gold("daily_sales_metrics", "2026-03-02");

        assertThat(lake.lines("SELECT * FROM {gold}.daily_sales_metrics ORDER BY 1, 2"))
                .containsExactly(
                        "2026-03-01 | kitchen | 2 | 16.0000 | 8.0000 | 2",
                        "2026-03-01 | unknown | 1 | 3.0000 | 3.0000 | 1",
                        "2026-03-02 | kitchen | 1 | 0.0001 | 0.0001 | 1");
    }

    @Test
    void salesOfAProductWithoutACategoryAreNotPublished() throws Exception {
        product("p1", "'kitchen'");
        product("p2", "'garden'");
        order("t1", "ann", "p1", "10", "2026-03-01", "order_completed");
        order("t2", "bob", "p2", "7", "2026-03-01", "order_completed");
        gold("daily_sales_metrics", "2026-03-02");
        product("p2", "null");
        order("t3", "ann", "p1", "1", "2026-03-01", "order_completed");

        assertThatThrownBy(() -> gold("daily_sales_metrics", "2026-03-02"))
                .isInstanceOf(GateException.class)
                .hasMessageContaining("Cannot publish gold.daily_sales_metrics (owner sales in #sales-data")
                .hasMessageContaining("product_category.required 1 of 2 rows");
        assertThat(lake.lines("SELECT product_category, total_revenue FROM {gold}.daily_sales_metrics ORDER BY 1"))
                .containsExactly("garden | 7.0000", "kitchen | 10.0000");

        product("p2", "'garden'");
        assertThat(outcome(gold("daily_sales_metrics", "2026-03-02"))).isEqualTo("made [\"all\"] [\"2026-03-01\"]");
        assertThat(lake.lines("SELECT product_category, total_revenue FROM {gold}.daily_sales_metrics ORDER BY 1"))
                .containsExactly("garden | 7.0000", "kitchen | 11.0000");
    }

    @Test
    void aUserIsInASegmentByEngagementAndMoney() throws Exception {
        events("ann", "2026-03-30", 50);
        events("ann", "2026-03-31", 50);
        for (int session = 0; session < 20; session++) {
            click("2026-03-02T10:00:00", "s" + session);
        }
        events("bob", "2026-03-11", 1);
        order("t1", "bob", "p1", "1000", "2026-01-01", "order_completed");
        events("cat", "2026-03-11", 1);
        order("t2", "cat", "p1", "1000", "2025-12-31", "order_completed"); // 90 days ago
        events("dan", "2026-02-28", 200);
        events("eve", "2026-03-16", 30);
        events("eve", "2026-03-26", 30);
        events("fay", "2026-03-02", 100);
        events("gus", "2026-03-13", 1);
        events("gus", "2026-03-21", 1);
        events("gus", "2026-04-01", 99); // after the day

        gold("user_segments_gold", "2026-03-31");

        assertThat(lake.lines("SELECT user_id, segment, round(engagement_score, 6), round(churn_risk, 6), churn_level,"
                        + " recommended_action FROM {gold}.user_segments_gold WHERE as_of = DATE '2026-03-31'"
                        + " ORDER BY 1"))
                .containsExactly(
                        "ann | VIP | 100.0 | 0.0 | low | early access",
                        "bob | VIP | 10.4 | 1.0 | high | personal outreach",
                        "cat | Regular | 10.4 | 1.0 | high | onboarding tips",
                        "dan | Inactive | 0.0 | 1.0 | high | reactivation campaign",
                        "eve | Active | 49.0 | 0.166667 | low | cross-sell",
                        "fay | Active | 41.0 | 1.0 | high | win-back offer",
                        "gus | Regular | 20.8 | 0.416667 | medium | onboarding tips");
    }

    @Test
    void segmentsOfAnEarlierDayStayAsTheyWereMade() throws Exception {
        events("ann", "2026-03-01", 1);
        gold("user_segments_gold", "2026-03-01");
        events("bob", "2026-03-01", 1);

        assertThat(outcome(gold("user_segments_gold", "2026-03-02")))
                .isEqualTo("made [\"2026-03-02\"] [\"2026-03-02\"]");

        assertThat(lake.lines("SELECT as_of, user_id FROM {gold}.user_segments_gold ORDER BY 1, 2"))
                .containsExactly("2026-03-01 | ann", "2026-03-02 | ann", "2026-03-02 | bob");
    }

    /** Makes a table after those that it reads, as the pipeline does. */
    private JsonNode gold(String model, String asOf) throws Exception {
        List<String> made = BundledModels.of(BundledModels.SILVER, List.of()).stream()
                .map(Model::name)
                .toList();
        Set<String> needed = new TreeSet<>();
        for (Source source : Model.bundled("gold/" + model).sources()) {
            needed.add(source.table());
        }
        needed.retainAll(made);
        if (!needed.isEmpty()) {
            lake.run(new SilverJob(), "--models", String.join(",", needed));
        }
        return lake.run(new GoldJob(), "--models", model, "--as-of", asOf).at("/result/models/0");
    }

    private static String outcome(JsonNode model) {
        return model.path("outcome").asText() + " " + model.path("touched") + " " + model.path("written");
    }

    private void event(String at, String type, String app, String user, String device, String value) {
        lake.insert(
                Layer.SILVER,
                "app_events_silver",
                "event_timestamp, event_type, app_type, user_id, anonymous_id, event_value",
                "(TIMESTAMP '" + at + "Z', '" + type + "', " + app + ", " + user + ", " + device + ", " + value + ")");
    }

    /** Clicks of a user in an app at ten. */
    private void events(String user, String day, int number) {
        lake.sql("CREATE OR REPLACE TEMPORARY VIEW clicks AS SELECT TIMESTAMP '" + day + "T10:00:00Z', 'click', '"
                + user + "' FROM range(" + number + ")");
        lake.insert(Layer.SILVER, "app_events_silver", "event_timestamp, event_type, user_id", "clicks");
    }

    /** A click of ann on the site. */
    private void click(String at, String session) {
        lake.insert(
                Layer.SILVER,
                "clickstream_clicks_silver",
                "event_id, event_timestamp, page, session_id, user_id, _source_position",
                "('" + at + "', TIMESTAMP '" + at + "Z', 'home', '" + session + "', 'ann', 'events-g1/shardId-0/1/0')");
    }

    private void order(String transaction, String customer, String product, String usd, String day, String step) {
        lake.insert(
                Layer.SILVER,
                "orders_silver",
                "event_id, transaction_id, order_id, customer_id, product_id, quantity, amount, currency,"
                        + " transaction_date, event_type, _received_at",
                "('e', '" + transaction + "', 'o', '" + customer + "', '" + product + "', 1, " + usd
                        + ", 'USD', TIMESTAMP '" + day + "T12:00:00Z', '" + step + "', TIMESTAMP '" + day
                        + "T12:00:00Z')");
    }

    private void product(String id, String category) {
        lake.insert(
                Layer.SILVER,
                "products_rows",
                "product_id, product_name, category, _received_at, _source_position",
                "('" + id + "', 'Thing', " + category + ", TIMESTAMP '2026-03-01T06:00:00Z', '" + ++line + "')");
    }
}
