package io.millrace.job.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.job.Layer;
import io.millrace.job.TestLake;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SilverJobIT {
    private final TestLake lake = new TestLake();

    @BeforeEach
    void tables() {
        lake.create("clickstream");
        lake.create("orders");
        lake.create("exchange_rates");
        lake.create("products");
        lake.create("users");
        lake.create("app_events");
    }

    @Test
    void aSessionIsItsOwnIdElseThirtyMinutesOfItsVisitor() throws Exception {
        click("e1", "10:00:00", "home", "'s1'", "'ann'", 1);
        click("e2", "11:30:00", "cart", "'s1'", "'ann'", 2); // the same id, though 90 minutes later
        click("e3", "10:05:00", "home", "null", "'bob'", 3);
        click("e4", "10:34:59", "shop", "null", "'bob'", 4); // 29:59 later: the same visit
        click("e5", "11:04:59", "cart", "null", "'bob'", 5); // 30:00 later: another
        click("e6", "10:06:00", "home", "'s2'", "'bob'", 6); // an id of its own, though in the middle of bob's visit

        run("clickstream_silver");

        assertThat(lake.lines("SELECT session_id, user, duration_seconds, page_count, entry_page, exit_page, is_bounce"
                        + " FROM {silver}.clickstream_silver ORDER BY 1"))
                .containsExactly(
                        "bob@2026-03-01T10:05:00.000000Z | bob | 1799.0 | 2 | home | shop | false",
                        "bob@2026-03-01T11:04:59.000000Z | bob | 0.0 | 1 | cart | cart | true",
                        "s1 | ann | 5400.0 | 2 | home | cart | false",
                        "s2 | bob | 0.0 | 1 | home | home | true");
    }

    @Test
    void clicksOfOneMomentAreInTheOrderOfTheStream() throws Exception {
        click("e1", "10:00:00", "third", "'s1'", "'ann'", 10);
        click("e2", "10:00:00", "second", "'s1'", "'ann'", 9);
        click("e3", "09:59:59", "first", "'s1'", "'ann'", 11);

        run("clickstream_silver");

        assertThat(lake.lines("SELECT page_sequence FROM {silver}.clickstream_silver"))
                .singleElement()
                .asString()
                .contains("first, second, third");
    }

    @Test
    void anOrderWithoutARateOfItsDayIsInQuarantineUntilThereIsOne() throws Exception {
        order("o1", "EUR", "10.5", "2026-03-01T12:00:00Z");
        order("o2", "USD", "10.5", "2026-03-02T12:00:00Z");
        order("o3", "EUR", "10.5", "2026-03-02T23:59:59Z");
        rate("EUR", "2026-03-01", "1.1", "2026-03-01T06:00:00Z");
        rate("EUR", "2026-03-01", "1.2", "2026-03-02T06:00:00Z"); // landed later: it counts

        run("transactions_silver,transactions_quarantine");

        assertThat(lake.lines("SELECT event_id, amount_usd FROM {silver}.transactions_silver ORDER BY 1"))
                .containsExactly("o1 | 12.6000", "o2 | 10.5000");
        assertThat(lake.lines(
                        "SELECT event_id, _stage, _rule, _reason FROM {bronze}.transactions_quarantine ORDER BY 1"))
                .containsExactly("o3 | row | exchange_rate | has no rate of EUR for 2026-03-02");

        rate("EUR", "2026-03-02", "1.3", "2026-03-03T06:00:00Z");
        run("transactions_silver,transactions_quarantine");

        assertThat(lake.lines("SELECT event_id, amount_usd FROM {silver}.transactions_silver ORDER BY 1"))
                .containsExactly("o1 | 12.6000", "o2 | 10.5000", "o3 | 13.6500");
        assertThat(lake.lines("SELECT count(*) FROM {bronze}.transactions_quarantine"))
                .containsExactly("0");
    }

    @Test
    void aProductIsAsItWasLandedLast() throws Exception {
        product("p1", "Kettle", "kitchen", "2026-03-01T06:00:00Z", 2);
        product("p1", "Kettle", "outdoor", "2026-03-02T06:00:00Z", 2);
        product("p1", "Kettle", "garden", "2026-03-02T06:00:00Z", 10); // further down in the same file

        run("dim_product");

        assertThat(lake.lines("SELECT product_id, category FROM {silver}.dim_product"))
                .containsExactly("p1 | garden");
    }

    @Test
    void aUserIsTheNewestOfEachTrait() throws Exception {
        lake.insert(
                Layer.SILVER,
                "app_events_silver",
                "event_id, event_timestamp, user_id, anonymous_id",
                "('a1', TIMESTAMP '2026-03-01T10:00:00Z', 'ann', null),"
                        + " ('a2', TIMESTAMP '2026-03-03T10:00:00Z', 'ann', null),"
                        + " ('a3', TIMESTAMP '2026-03-02T10:00:00Z', null, 'anon')");
        lake.insert(
                Layer.SILVER,
                "user_updates_silver",
                "event_id, user_id, event_timestamp, email, country",
                "('u1', 'ann', TIMESTAMP '2026-03-01T09:00:00Z', 'old@example.com', 'DE'),"
                        + " ('u2', 'ann', TIMESTAMP '2026-03-02T09:00:00Z', 'new@example.com', null)");
        click("e1", "10:00:00", "home", "'s1'", "'ann'", 1);

        run("clickstream_silver,users_silver");

        assertThat(lake.lines("SELECT user_id, first_seen, last_seen, total_events, total_sessions, email, country"
                        + " FROM {silver}.users_silver ORDER BY 1"))
                .containsExactly(
                        "ann | 2026-03-01T09:00:00Z | 2026-03-03T10:00:00Z | 2 | 1 | new@example.com | DE",
                        "anon | 2026-03-02T10:00:00Z | 2026-03-02T10:00:00Z | 1 | 0 | null | null");
    }

    @Test
    void aTableWhoseSourcesHaveNotChangedIsLeftAlone() throws Exception {
        product("p1", "Kettle", "kitchen", "2026-03-01T06:00:00Z", 2);
        assertThat(outcome(run("dim_product"))).isEqualTo("made");
        assertThat(outcome(run("dim_product"))).isEqualTo("unchanged");
        product("p2", "Tent", "outdoor", "2026-03-02T06:00:00Z", 3);
        assertThat(outcome(run("dim_product"))).isEqualTo("made");
        assertThat(lake.lines("SELECT count(*) FROM {silver}.dim_product")).containsExactly("2");
    }

    @Test
    void everyModelFitsItsContractOnEmptyTables() throws Exception {
        JsonNode models = lake.run(new SilverJob()).at("/result/models");

        assertThat(models).hasSize(7).allSatisfy(model -> {
            assertThat(model.path("outcome").asText()).isEqualTo("made");
            assertThat(model.path("rows").asLong()).isZero();
        });
        assertThat(models.findValuesAsText("model")).endsWith("users_silver");
    }

    private JsonNode run(String models) throws Exception {
        return lake.run(new SilverJob(), "--models", models);
    }

    private static String outcome(JsonNode report) {
        return report.at("/result/models/0/outcome").asText();
    }

    private void click(String id, String time, String page, String session, String user, int sequence) {
        lake.insert(
                Layer.SILVER,
                "clickstream_clicks_silver",
                "event_id, event_timestamp, page, session_id, user_id, _source_position",
                "('" + id + "', TIMESTAMP '2026-03-01T" + time + "Z', '" + page + "', " + session + ", " + user
                        + ", 'events-g1/shardId-0/" + sequence + "/0')");
    }

    private void order(String id, String currency, String amount, String at) {
        lake.insert(
                Layer.SILVER,
                "orders_silver",
                "event_id, order_id, customer_id, product_id, quantity, amount, currency, transaction_date, _received_at",
                "('" + id + "', 'x', 'ann', 'p1', 1, " + amount + ", '" + currency + "', TIMESTAMP '" + at
                        + "', TIMESTAMP '" + at + "')");
    }

    private void rate(String currency, String day, String rate, String landed) {
        lake.insert(
                Layer.SILVER,
                "exchange_rates_rows",
                "source_currency, rate_date, exchange_rate, _received_at, _source_position",
                "('" + currency + "', DATE '" + day + "', " + rate + ", TIMESTAMP '" + landed + "', '2')");
    }

    private void product(String id, String name, String category, String landed, int line) {
        lake.insert(
                Layer.SILVER,
                "products_rows",
                "product_id, product_name, category, _received_at, _source_position",
                "('" + id + "', '" + name + "', '" + category + "', TIMESTAMP '" + landed + "', '" + line + "')");
    }
}
