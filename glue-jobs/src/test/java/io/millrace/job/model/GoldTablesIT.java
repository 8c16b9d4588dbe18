package io.millrace.job.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.job.quality.GateException;
import org.junit.jupiter.api.Test;

/** Each gold table against rows that were worked out by hand. */
class GoldTablesIT {
    private final GoldShop shop = new GoldShop();

    @Test
    void everyModelIsMadeOfNothing() throws Exception {
        shop.lake().run(new SilverJob());

        assertThat(shop.lake().run(new GoldJob()).at("/result/models"))
                .hasSize(5)
                .allSatisfy(model -> {
                    assertThat(model.path("outcome").asText()).isEqualTo("made");
                    assertThat(model.path("rows").asLong()).isZero();
                });
    }

    @Test
    void eventsOfAnHourAreCountedByTypeAndApp() throws Exception {
        shop.event("2026-03-01T10:00:00", "click", "'web'", "'ann'", "null", "1.5");
        shop.event("2026-03-01T10:30:00", "click", "'web'", "'ann'", "'dev1'", "2.5");
        shop.event("2026-03-01T10:59:59.999", "click", "'web'", "null", "'dev2'", "null");
        shop.event("2026-03-01T11:00:00", "click", "'web'", "null", "'dev2'", "null");
        shop.event("2026-03-01T10:00:00", "click", "null", "'bob'", "null", "-1");

        shop.make("event_metrics_gold", "2026-03-01");

        assertThat(shop.rows("*", "event_metrics_gold", "metric_hour, app_type"))
                .containsExactly(
                        "2026-03-01 | 10 | click | null | 1 | 1 | -1.0 | -1.0 | -1.0 | -1.0",
                        "2026-03-01 | 10 | click | web | 3 | 2 | 1.5 | 2.5 | 2.0 | 4.0",
                        "2026-03-01 | 11 | click | web | 1 | 1 | null | null | null | null");
    }

    @Test
    void aDayIsSummedUpByWhoCameWhoWasNewAndWhoCameBack() throws Exception {
        shop.events("ann", "2026-03-01", 2);
        shop.events("bob", "2026-03-01", 1);
        shop.events("ann", "2026-03-02", 1);
        shop.events("cat", "2026-03-02", 1);
        shop.events("bob", "2026-03-08", 1);
        shop.click("2026-03-01T10:00:00", "s1");
        shop.click("2026-03-01T10:01:00", "s1");
        shop.click("2026-03-01T11:00:00", "s2");
        shop.order("t1", "ann", "p1", "10.5", "2026-03-01", "order_completed");
        shop.order("t1", "ann", "p1", "10.5", "2026-03-01", "order_shipped");
        shop.order("t2", "ann", "p1", "5", "2026-03-05", "order_completed");

        shop.make("daily_summary_gold", "2026-03-08");

        assertThat(shop.rows("*", "daily_summary_gold", "1"))
                .containsExactly(
                        "2026-03-01 | 3 | 2 | 2 | 0 | 0.0 | 2 | 0.5 | 30.0 | 0.5 | 0.5 | 0.0 | 10.5000",
                        "2026-03-02 | 2 | 2 | 1 | 1 | 50.0 | 0 | null | null | 0.0 | 0.0 | 0.0 | 0.0000",
                        "2026-03-05 | 0 | 0 | 0 | 0 | null | 0 | null | null | null | null | null | 5.0000",
                        "2026-03-08 | 1 | 1 | 0 | 1 | 100.0 | 0 | null | null | null | null | null | 0.0000");
    }

    @Test
    void aUsersActivityIsOfTheLastThirtyDays() throws Exception {
        shop.events("ann", "2026-03-01", 2);
        shop.events("ann", "2026-03-02", 3);
        shop.event("2026-03-02T23:00:00", "purchase", "'web'", "'ann'", "null", "1");

        shop.make("daily_user_activity", "2026-03-31");

        assertThat(shop.lake().lines("SELECT * FROM {gold}.daily_user_activity"))
                .containsExactly("ann | 2026-03-02 | 4 | 2 | 2026-03-02T10:00:00Z | 2026-03-02T23:00:00Z");
    }

    @Test
    void activityOfADayThatLeavesTheWindowIsForgotten() throws Exception {
        shop.events("ann", "2026-03-01", 1);
        shop.events("ann", "2026-03-02", 1);
        shop.make("daily_user_activity", "2026-03-30");
        assertThat(shop.lake().lines("SELECT count(*) FROM {gold}.daily_user_activity"))
                .containsExactly("2");

        assertThat(outcome(shop.make("daily_user_activity", "2026-03-31")))
                .isEqualTo("made [\"2026-03-01\"] [\"2026-03-01\"]");

        assertThat(shop.lake().lines("SELECT activity_date FROM {gold}.daily_user_activity"))
                .containsExactly("2026-03-02");
    }

    @Test
    void salesAreSummedByDayAndCategory() throws Exception {
        shop.product("p1", "'kitchen'");
        shop.order("t1", "ann", "p1", "10", "2026-03-01", "order_completed");
        shop.order("t1", "ann", "p1", "5", "2026-03-01", "order_completed");
        shop.order("t2", "bob", "p1", "1", "2026-03-01", "order_completed");
        shop.order("t3", "bob", "p9", "3", "2026-03-01", "order_completed");
        shop.order("t4", "bob", "p1", "100", "2026-03-01", "order_cancelled");
        shop.order("t5", "bob", "p1", "0.0001", "2026-03-02", "order_completed");

        shop.make("daily_sales_metrics", "2026-03-02");

        assertThat(shop.rows("*", "daily_sales_metrics", "1, 2"))
                .containsExactly(
                        "2026-03-01 | kitchen | 2 | 16.0000 | 8.0000 | 2",
                        "2026-03-01 | unknown | 1 | 3.0000 | 3.0000 | 1",
                        "2026-03-02 | kitchen | 1 | 0.0001 | 0.0001 | 1");
    }

    @Test
    void salesOfAProductWithoutACategoryAreNotPublished() throws Exception {
        shop.product("p1", "'kitchen'");
        shop.product("p2", "'garden'");
        shop.order("t1", "ann", "p1", "10", "2026-03-01", "order_completed");
        shop.order("t2", "bob", "p2", "7", "2026-03-01", "order_completed");
        shop.make("daily_sales_metrics", "2026-03-02");
        shop.product("p2", "null");
        shop.order("t3", "ann", "p1", "1", "2026-03-01", "order_completed");

        assertThatThrownBy(() -> shop.make("daily_sales_metrics", "2026-03-02"))
                .isInstanceOf(GateException.class)
                .hasMessageContaining("Cannot publish gold.daily_sales_metrics (owner sales in #sales-data")
                .hasMessageContaining("product_category.required 1 of 2 rows");
        assertThat(shop.rows("product_category, total_revenue", "daily_sales_metrics", "1"))
                .containsExactly("garden | 7.0000", "kitchen | 10.0000");

        shop.product("p2", "'garden'");
        assertThat(outcome(shop.make("daily_sales_metrics", "2026-03-02")))
                .isEqualTo("made [\"all\"] [\"2026-03-01\"]");
        assertThat(shop.rows("product_category, total_revenue", "daily_sales_metrics", "1"))
                .containsExactly("garden | 7.0000", "kitchen | 11.0000");
    }

    @Test
    void aUserIsInASegmentByEngagementAndMoney() throws Exception {
        shop.events("ann", "2026-03-30", 50);
        shop.events("ann", "2026-03-31", 50);
        for (int session = 0; session < 20; session++) {
            shop.click("2026-03-02T10:00:00", "s" + session);
        }
        shop.events("bob", "2026-03-11", 1);
        shop.order("t1", "bob", "p1", "1000", "2026-01-01", "order_completed");
        shop.events("cat", "2026-03-11", 1);
        shop.order("t2", "cat", "p1", "1000", "2025-12-31", "order_completed"); // 90 days ago
        shop.events("dan", "2026-02-28", 200);
        shop.events("eve", "2026-03-16", 30);
        shop.events("eve", "2026-03-26", 30);
        shop.events("fay", "2026-03-02", 100);
        shop.events("gus", "2026-03-13", 1);
        shop.events("gus", "2026-03-21", 1);
        shop.events("gus", "2026-04-01", 99); // after the day

        shop.make("user_segments_gold", "2026-03-31");

        assertThat(shop.lake()
                        .lines("SELECT user_id, segment, round(engagement_score, 6), round(churn_risk, 6), churn_level,"
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
        shop.events("ann", "2026-03-01", 1);
        shop.make("user_segments_gold", "2026-03-01");
        shop.events("bob", "2026-03-01", 1);

        assertThat(outcome(shop.make("user_segments_gold", "2026-03-02")))
                .isEqualTo("made [\"2026-03-02\"] [\"2026-03-02\"]");

        assertThat(shop.rows("as_of, user_id", "user_segments_gold", "1, 2"))
                .containsExactly("2026-03-01 | ann", "2026-03-02 | ann", "2026-03-02 | bob");
    }

    private static String outcome(JsonNode model) {
        return model.path("outcome").asText() + " " + model.path("touched") + " " + model.path("written");
    }
}
