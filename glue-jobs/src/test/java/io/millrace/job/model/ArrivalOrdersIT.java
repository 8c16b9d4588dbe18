package io.millrace.job.model;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.job.Layer;
import io.millrace.job.TestLake;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What happens in a shop arrives in parts, one event in twenty too late, in between files are compacted and snapshots
 * expire: the tables come out as if everything had been there from the beginning, and each run touches the days that
 * something arrived for, and no others. {@code -Dmillrace.arrivalOrders=50} tries so many orders.
 */
class ArrivalOrdersIT {
    private static final int PARTS = 3;
    private static final LocalDate AS_OF = Shop.FIRST_DAY.plusDays(Shop.DAYS - 4);
    private static final List<String> SILVER = List.of(
            "clickstream_silver", "dim_product", "transactions_silver", "user_days_silver", "user_first_days_silver");

    private final TestLake lake = new TestLake();
    private final Map<String, JsonNode> results = new TreeMap<>();

    static LongStream seeds() {
        return LongStream.rangeClosed(1, Integer.getInteger("millrace.arrivalOrders", 2));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyOrderOfArrivalComesToTheSame(long seed) throws Exception {
        Stream.of("clickstream", "orders", "exchange_rates", "products", "app_events")
                .forEach(lake::create);
        Random random = new Random(seed);
        Shop shop = Shop.of(random);
        List<Shop> parts = parts(shop, random);
        for (int part = 0; part < PARTS; part++) {
            arrive(parts.get(part), part == 0 ? shop.products() : List.of());
            keepHouse(random);
            run();
            if (part > 0) {
                touchedOnly(parts.get(part), part);
            }
        }

        PlainGold plain = new PlainGold(shop, AS_OF);
        assertThat(gold("event_metrics_gold", "*")).isEqualTo(plain.eventMetrics());
        assertThat(gold("daily_user_activity", "*")).isEqualTo(plain.userActivity());
        assertThat(gold("daily_summary_gold", "*")).isEqualTo(plain.summary());
        assertThat(gold("daily_sales_metrics", "*")).isEqualTo(plain.sales());
        assertThat(gold(
                        "user_segments_gold",
                        "user_id, as_of, segment, round(engagement_score, 6), round(churn_risk, 6), churn_level,"
                                + " recommended_action"))
                .isEqualTo(plain.segments());
        Map<String, List<String>> before = tables();
        run("--full");
        assertThat(tables()).isEqualTo(before);
    }

    /** Early days first, but for those records that are late. */
    private static List<Shop> parts(Shop shop, Random random) {
        int[] ends = random.ints(PARTS - 1, Shop.DAYS / 4, Shop.DAYS).sorted().toArray();
        Function<LocalDate, Integer> part = day -> {
            int own = (int) IntStream.of(ends)
                    .filter(end -> !day.isBefore(Shop.FIRST_DAY.plusDays(end)))
                    .count();
            return random.nextInt(20) == 0 ? own + random.nextInt(PARTS - own) : own;
        };
        List<Shop> parts = Stream.generate(
                        () -> new Shop(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), List.of()))
                .limit(PARTS)
                .toList();
        shop.events()
                .forEach(event -> parts.get(part.apply(event.day())).events().add(event));
        shop.clicks()
                .forEach(click -> parts.get(part.apply(click.day())).clicks().add(click));
        shop.orders()
                .forEach(order -> parts.get(part.apply(order.day())).orders().add(order));
        return parts;
    }

    private void touchedOnly(Shop part, int number) {
        List<String> eventDays = days(part.events().stream().map(Shop.Event::day));
        List<String> orderDays = days(part.orders().stream().map(Shop.Order::day));
        System.out.println("part " + number + " has events of " + eventDays + ", orders of " + orderDays);
        results.forEach((model, result) -> System.out.println(
                "  " + model + " touched " + result.path("touched") + " wrote " + result.path("written")));
        assertThat(texts("user_days_silver", "touched")).isEqualTo(eventDays);
        assertThat(texts("event_metrics_gold", "touched")).isEqualTo(eventDays);
        assertThat(texts("event_metrics_gold", "written")).isEqualTo(eventDays);
        assertThat(texts("transactions_silver", "touched")).isEqualTo(orderDays);
        assertThat(texts("daily_sales_metrics", "touched")).isEqualTo(orderDays);
        assertThat(texts("daily_user_activity", "touched"))
                .isEqualTo(eventDays.stream()
                        .filter(day -> LocalDate.parse(day).isAfter(AS_OF.minusDays(30)))
                        .toList());
    }

    /** What maintenance does beside the models, now and then. */
    private void keepHouse(Random random) {
        for (String table : List.of("app_events_silver", "orders_silver", "clickstream_clicks_silver")) {
            if (random.nextBoolean()) {
                lake.sql("CALL lake.system.rewrite_data_files(table => '{silver}." + table
                        + "', options => map('rewrite-all', 'true'))");
            }
        }
    }

    private void run(String... more) throws Exception {
        JsonNode silver = lake.run(
                new SilverJob(),
                Stream.concat(Stream.of("--models", String.join(",", SILVER)), Stream.of(more))
                        .toArray(String[]::new));
        JsonNode gold = lake.run(
                new GoldJob(),
                Stream.concat(Stream.of("--as-of", AS_OF.toString()), Stream.of(more))
                        .toArray(String[]::new));
        for (JsonNode job : List.of(silver, gold)) {
            job.at("/result/models")
                    .forEach(each -> results.put(each.path("model").asText(), each));
        }
    }

    private Map<String, List<String>> tables() {
        Map<String, List<String>> tables = new TreeMap<>();
        SILVER.forEach(table -> tables.put(table, sorted("SELECT * FROM {silver}." + table)));
        BundledModels.of(BundledModels.GOLD, List.of())
                .forEach(model -> tables.put(model.name(), gold(model.name(), "*")));
        return tables;
    }

    private List<String> gold(String table, String columns) {
        return sorted("SELECT " + columns + " FROM {gold}." + table);
    }

    private List<String> sorted(String statement) {
        return lake.lines(statement).stream().sorted().toList();
    }

    private List<String> texts(String model, String field) {
        List<String> texts = new ArrayList<>();
        results.getOrDefault(model, com.fasterxml.jackson.databind.node.MissingNode.getInstance())
                .path(field)
                .forEach(each -> texts.add(each.asText()));
        return texts;
    }

    private static List<String> days(Stream<LocalDate> days) {
        return days.distinct().sorted().map(LocalDate::toString).toList();
    }

    private void arrive(Shop part, List<Shop.Product> products) {
        insert(
                "app_events_silver",
                "event_timestamp, event_type, app_type, user_id, anonymous_id, event_value",
                part.events().stream()
                        .map(event -> row(
                                time(event.at()),
                                text(event.type()),
                                text(event.app()),
                                text(event.userId()),
                                text(event.device()),
                                event.value() == null ? "null" : "CAST('" + event.value() + "' AS DOUBLE)")));
        insert(
                "clickstream_clicks_silver",
                "event_timestamp, page, session_id, user_id, _source_position",
                part.clicks().stream()
                        .map(click -> row(
                                time(click.at()),
                                text("home"),
                                text(click.session()),
                                text(click.user()),
                                text("events-g1/shardId-0/" + click.place() + "/0"))));
        insert(
                "orders_silver",
                "transaction_date, transaction_id, customer_id, product_id, amount, currency, event_type",
                part.orders().stream()
                        .map(order -> row(
                                time(order.at()),
                                text(order.transaction()),
                                text(order.customer()),
                                text(order.product()),
                                order.usd().toPlainString(),
                                text("USD"),
                                text(order.step()))));
        insert(
                "products_rows",
                "product_id, category, _received_at, _source_position",
                products.stream()
                        .map(product -> row(
                                text(product.id()),
                                text(product.category()),
                                "TIMESTAMP '2026-02-01T00:00:00Z'",
                                text("2"))));
    }

    private void insert(String table, String columns, Stream<String> rows) {
        String values = rows.collect(joining(", "));
        if (!values.isEmpty()) {
            lake.insert(Layer.SILVER, table, columns, values);
        }
    }

    private static String row(String... values) {
        return "(" + String.join(", ", values) + ")";
    }

    private static String time(java.time.Instant at) {
        return "TIMESTAMP '" + at + "'";
    }

    private static String text(@Nullable String text) {
        return text == null ? "null" : "'" + text + "'";
    }
}
