package io.millrace.local.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.local.platform.Platform;
import io.millrace.target.Targets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What comes of a product file with holes in it: from landing to gold, and to Slack. */
@ExtendWith(LocalPlatform.class)
final class QualityIT {
    private static final String DAG = "daily_data_pipeline";
    /** Of these tables alone, as what other tests have put into the lake may well break its contracts. */
    private static final String ONLY_SALES = """
            {"arguments": {
              "process_silver_layer": {"models": "dim_product,transactions_silver,transactions_quarantine"},
              "process_gold_layer": {"models": "daily_sales_metrics"},
              "run_data_quality_tests": {"tables": "daily_sales_metrics"}}}""";

    private static final int PRODUCTS = 20;
    private static final int DAYS = 30;

    private final SlackInbox slack = new SlackInbox(Targets.local(Platform.at(Checkout.root(), Checkout.state()))
            .endpoint()
            .toString());
    private final String run = UUID.randomUUID().toString().substring(0, 8);

    @TempDir
    private Path folder;

    @Test
    void a_product_file_with_every_tenth_category_missing_makes_the_day_red_and_never_reaches_the_readers_of_gold(
            @TempDir Path home) throws IOException {
        Airflow airflow = new Airflow(home).onThePlatform();
        orders();
        products("whole", product -> "tea-" + run);
        LocalPlatform.settle();
        jobs("batch-ingest", "silver", "gold");
        JsonNode published = sales();
        assertThat(published.get(0).path("days").asLong()).isEqualTo(DAYS);

        products("poisoned", product -> product % 10 == 0 ? "" : "coffee-" + run);
        Outcome red = airflow.test(DAG, ONLY_SALES);

        assertThat(red.exit()).as(red.out()).isEqualTo(1);
        Outcome gold = job("gold");
        assertThat(gold.exit()).isEqualTo(1);
        assertThat(gold.err())
                .contains(
                        "Cannot publish gold.daily_sales_metrics (owner sales in #sales-data",
                        "product_category.required " + DAYS + " of ");
        assertThat(sales()).isEqualTo(published);
        String title = "The gate of gold.daily_sales_metrics failed";
        await().atMost(Duration.ofSeconds(60)).until(() -> !slack.with(title).isEmpty());
        assertThat(slack.with(title)).singleElement().satisfies(message -> {
            assertThat(message).contains("*Owner*\\nsales", "*Channel*\\n#sales-data", "product_category.required");
            assertThat(slack.page(message)).contains("# A quality gate failed");
        });

        products("mended", product -> "coffee-" + run);
        Outcome green = airflow.test(DAG, ONLY_SALES);
        assertThat(green.exit()).as(green.out()).isZero();
        assertThat(sales().get(0).path("days").asLong()).isZero();
        assertThat(LocalPlatform.count(
                        "select count(*) from local_gold.daily_sales_metrics where product_category = 'coffee-" + run
                                + "'"))
                .isEqualTo(DAYS);
    }

    /** What readers see of the first file. */
    private JsonNode sales() {
        return LocalPlatform.rows(
                "select count(*) as days, sum(total_revenue) as revenue, sum(total_transactions) as sales"
                        + " from local_gold.daily_sales_metrics where product_category = 'tea-" + run + "'");
    }

    /** Each product once a day. */
    private void orders() throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < PRODUCTS * DAYS; i++) {
            lines.add("""
                {"event_id": "%s-%d", "order_id": "%s-%d", "customer_id": "ann", "product_id": "%s-%d", "quantity": 1,\
                 "amount": 10, "currency": "USD", "transaction_date": "%sT10:00:00Z", "event_type": "order_completed"}\
                """.formatted(run, i, run, i, run, i % PRODUCTS, LocalDate.of(2026, 1, 1 + i / PRODUCTS)));
        }
        Path file = Files.write(folder.resolve("orders.ndjson"), lines);
        LocalPlatform.millrace("send", file.toString(), "--dataset", "orders").succeeded();
    }

    private void products(String name, IntFunction<String> category) throws IOException {
        List<String> lines = new ArrayList<>(List.of("product_id,product_name,category,price,currency"));
        for (int i = 0; i < PRODUCTS; i++) {
            lines.add(run + "-" + i + ",Tin " + i + "," + category.apply(i) + ",10,USD");
        }
        Path file = Files.write(folder.resolve("products-" + run + "-" + name + ".csv"), lines);
        LocalPlatform.millrace("land", file.toString(), "--dataset", "products").succeeded();
    }

    private static void jobs(String... names) {
        for (String name : names) {
            job(name).succeeded();
        }
    }

    private static Outcome job(String name) {
        return switch (name) {
            case "silver" ->
                LocalPlatform.millrace("run", name, "models=dim_product,transactions_silver,transactions_quarantine");
            case "gold" -> LocalPlatform.millrace("run", name, "models=daily_sales_metrics");
            case "quality" -> LocalPlatform.millrace("run", name, "tables=daily_sales_metrics");
            default -> LocalPlatform.millrace("run", name);
        };
    }
}
