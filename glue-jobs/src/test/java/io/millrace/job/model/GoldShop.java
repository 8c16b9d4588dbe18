package io.millrace.job.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.job.Layer;
import io.millrace.job.TestLake;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A shop's typed rows in a lake, each written in one line, and the gold tables that are made of them. */
final class GoldShop {
    private final TestLake lake = new TestLake();
    private int line;

    GoldShop() {
        for (String dataset : List.of("clickstream", "orders", "exchange_rates", "products", "users", "app_events")) {
            lake.create(dataset);
        }
    }

    TestLake lake() {
        return lake;
    }

    /** Makes a table after those that it reads, as the pipeline does. */
    JsonNode make(String model, String asOf) throws Exception {
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

    /** Rows of one gold table as text, in the order of these columns. */
    List<String> rows(String columns, String table, String order) {
        return lake.lines("SELECT " + columns + " FROM {gold}." + table + " ORDER BY " + order);
    }

    void event(String at, String type, String app, String user, String device, String value) {
        lake.insert(
                Layer.SILVER,
                "app_events_silver",
                "event_timestamp, event_type, app_type, user_id, anonymous_id, event_value",
                "(TIMESTAMP '" + at + "Z', '" + type + "', " + app + ", " + user + ", " + device + ", " + value + ")");
    }

    /** Clicks of a user in an app at ten. */
    void events(String user, String day, int number) {
        lake.sql("CREATE OR REPLACE TEMPORARY VIEW clicks AS SELECT TIMESTAMP '" + day + "T10:00:00Z', 'click', '"
                + user + "' FROM range(" + number + ")");
        lake.insert(Layer.SILVER, "app_events_silver", "event_timestamp, event_type, user_id", "clicks");
    }

    /** A click of ann on the site. */
    void click(String at, String session) {
        lake.insert(
                Layer.SILVER,
                "clickstream_clicks_silver",
                "event_id, event_timestamp, page, session_id, user_id, _source_position",
                "('" + at + "', TIMESTAMP '" + at + "Z', 'home', '" + session + "', 'ann', 'events-g1/shardId-0/1/0')");
    }

    void order(String transaction, String customer, String product, String usd, String day, String step) {
        lake.insert(
                Layer.SILVER,
                "orders_silver",
                "event_id, transaction_id, order_id, customer_id, product_id, quantity, amount, currency,"
                        + " transaction_date, event_type, _received_at",
                "('e', '" + transaction + "', 'o', '" + customer + "', '" + product + "', 1, " + usd
                        + ", 'USD', TIMESTAMP '" + day + "T12:00:00Z', '" + step + "', TIMESTAMP '" + day
                        + "T12:00:00Z')");
    }

    void product(String id, String category) {
        lake.insert(
                Layer.SILVER,
                "products_rows",
                "product_id, product_name, category, _received_at, _source_position",
                "('" + id + "', 'Thing', " + category + ", TIMESTAMP '2026-03-01T06:00:00Z', '" + ++line + "')");
    }
}
