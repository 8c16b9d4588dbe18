package io.millrace.serving.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.contract.Contracts;
import io.millrace.serving.model.Model;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class LineageTest {
    private final Lineage lineage = LineageReader.of(
            Contracts.bundled(),
            List.of(
                    model("transactions_silver", "silver", "orders_silver", "elsewhere_bronze"),
                    model("daily_sales_metrics", "gold", "transactions_silver", "dim_product"),
                    model("customer_ltv", "gold", "transactions_silver")));

    @Test
    void a_gold_table_comes_all_the_way_from_its_dataset() {
        Node gold = lineage.find("daily_sales_metrics").orElseThrow();
        assertThat(lineage.upstream(gold).stream().map(LineageTest::way))
                .containsExactlyInAnyOrder(
                        "transactions_silver > daily_sales_metrics",
                        "dim_product > daily_sales_metrics",
                        "orders_silver > transactions_silver",
                        "elsewhere_bronze > transactions_silver",
                        "orders_bronze > orders_silver",
                        "orders > orders_bronze");
    }

    @Test
    void a_dataset_goes_on_to_all_that_is_made_of_it() {
        Node orders = lineage.find("orders").orElseThrow();
        assertThat(orders.kind()).isEqualTo("dataset");
        assertThat(lineage.downstream(orders).stream().map(edge -> edge.to().name()))
                .containsExactlyInAnyOrder(
                        "orders_bronze",
                        "orders_quarantine",
                        "orders_silver",
                        "transactions_silver",
                        "daily_sales_metrics",
                        "customer_ltv");
    }

    @Test
    void an_edge_says_who_says_so() {
        assertThat(lineage.upstream(lineage.find("customer_ltv").orElseThrow())
                        .get(0)
                        .by())
                .isEqualTo("model gold/customer_ltv.sql");
        assertThat(lineage.upstream(lineage.find("orders_silver").orElseThrow())
                        .get(0)
                        .by())
                .isEqualTo("contract orders");
    }

    private static String way(Edge edge) {
        return String.join(" > ", edge.from().name(), edge.to().name());
    }

    private static Model model(String table, String layer, String... sources) {
        return new Model(table, layer, layer + "/" + table + ".sql", false, new TreeSet<>(List.of(sources)), null);
    }
}
