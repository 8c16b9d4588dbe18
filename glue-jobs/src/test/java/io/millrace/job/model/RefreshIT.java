package io.millrace.job.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.job.Layer;
import io.millrace.job.TestLake;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The whole refresh, every silver and gold model from nothing, over many events of thirty days: half of them an app's,
 * a quarter clicks, a quarter orders. It prints how long it took. {@code -Dmillrace.refresh=200000} takes so many.
 */
class RefreshIT {
    private static final int EVENTS = Integer.getInteger("millrace.refresh", 4_000);
    private static final int USERS = Math.max(1, EVENTS / 100);
    private static final String TIME =
            "TIMESTAMP '2026-03-01T00:00:00Z' + make_interval(0, 0, 0, 0, 0, 0, id * 30 * 86400 / %d)";

    private final TestLake lake = new TestLake();

    @Test
    void everyEventIsInTheModelsThatCountIt() throws Exception {
        Stream.of("app_events", "clickstream", "orders", "users", "exchange_rates", "products")
                .forEach(lake::create);
        arrive(
                "app_events_silver",
                "event_timestamp, event_type, app_type, user_id, device_type",
                EVENTS / 2,
                "element_at(array('click', 'page_view', 'purchase'), int(id % 3) + 1), 'web', concat('u', id % " + USERS
                        + "), 'mobile'");
        arrive(
                "clickstream_clicks_silver",
                "event_timestamp, page, session_id, user_id, _source_position",
                EVENTS / 4,
                "concat('page', id % 20), concat('s', id / 8), concat('u', id % " + USERS
                        + "), concat('events-g1/shardId-0/', lpad(id, 12, '0'), '/0')");
        arrive(
                "orders_silver",
                "transaction_date, transaction_id, customer_id, product_id, amount, currency, event_type",
                EVENTS / 4,
                "concat('t', id), concat('u', id % " + USERS
                        + "), concat('p', id % 100), 10, 'USD', 'order_completed'");

        long begin = System.nanoTime();
        JsonNode silver = lake.run(new SilverJob());
        Duration silverTook = Duration.ofNanos(System.nanoTime() - begin);
        JsonNode gold = lake.run(new GoldJob(), "--as-of", "2026-03-30");
        Duration took = Duration.ofNanos(System.nanoTime() - begin);

        System.out.printf(
                "A whole refresh over %,d events: %d s silver, %d s gold, %d s in all%n",
                EVENTS, silverTook.toSeconds(), took.minus(silverTook).toSeconds(), took.toSeconds());
        assertThat(silver.at("/result/models")).hasSize(BundledModels.SILVER.size());
        assertThat(gold.at("/result/models")).hasSize(BundledModels.GOLD.size());
        assertThat(lake.lines("SELECT sum(total_events) FROM {gold}.event_metrics_gold"))
                .containsExactly(String.valueOf(EVENTS / 2));
        assertThat(lake.lines("SELECT count(*) FROM {silver}.transactions_silver"))
                .containsExactly(String.valueOf(EVENTS / 4));
        assertThat(lake.lines("SELECT sum(total_transactions) FROM {gold}.daily_sales_metrics"))
                .containsExactly(String.valueOf(EVENTS / 4));
    }

    private void arrive(String table, String columns, int count, String values) {
        lake.lake()
                .spark()
                .sql("SELECT " + TIME.formatted(count) + ", " + values + " FROM range(" + count + ")")
                .createOrReplaceTempView("arriving");
        lake.insert(Layer.SILVER, table, columns, "arriving");
    }
}
