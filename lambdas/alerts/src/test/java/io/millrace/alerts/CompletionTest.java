package io.millrace.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.alert.Alert;
import io.millrace.alert.Severity;
import io.millrace.contract.Contracts;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompletionTest {
    private static final Alert ALERT = Alert.firing(Severity.ERROR, "t", "k", Instant.EPOCH);

    private final Completion completion = completion("https://docs.example/runbooks");

    @ParameterizedTest
    @CsvSource({
        "orders, ",
        ", orders_silver",
        ", local_silver.orders_silver",
        ", orders_bronze",
        ", prod_silver.orders_quarantine"
    })
    void the_contract_of_the_dataset_or_of_its_table_says_who_should_look(
            @Nullable String dataset, @Nullable String table) {
        Alert complete = completion.complete(ALERT.about(dataset, table));
        assertThat(complete.owner()).isEqualTo("sales");
        assertThat(complete.channel()).isEqualTo("#sales-data");
        assertThat(complete.dataset()).isEqualTo("orders");
        assertThat(complete.table()).isEqualTo(table);
    }

    @Test
    void what_the_alert_says_itself_stands() {
        Alert alert =
                ALERT.about("orders", null).ownedBy("night shift", "#night").withRunbook("https://wiki.example/x");
        assertThat(completion.complete(alert)).isEqualTo(alert);
    }

    @Test
    void a_dataset_or_table_that_no_contract_knows_stays_as_it_is() {
        Alert gold = ALERT.about(null, "daily_sales_metrics").ownedBy("sales", null);
        assertThat(completion.complete(gold)).isEqualTo(gold);
        assertThat(completion.complete(ALERT.about("nothing", null)).owner()).isNull();
        assertThat(completion.complete(ALERT)).isEqualTo(ALERT);
    }

    @Test
    void the_contracts_runbook_counts_where_the_alert_has_none() {
        String text = Contracts.bundled().texts().get("sales/orders.yaml")
                + "authoritativeDefinitions:\n  - {type: runbook, url: datasets/orders}\n";
        Completion own =
                new Completion(Contracts.of("test", Map.of("sales/orders.yaml", text)), "https://docs.example/");
        assertThat(own.complete(ALERT.about("orders", null)).runbook())
                .isEqualTo("https://docs.example/datasets/orders.md");
        assertThat(own.complete(ALERT.about("orders", null).withRunbook("ledger"))
                        .runbook())
                .isEqualTo("https://docs.example/ledger.md");
    }

    @ParameterizedTest
    @CsvSource({
        "alarms/freshness, https://docs.example/runbooks/, https://docs.example/runbooks/alarms/freshness.md",
        "alarms/freshness, https://docs.example/runbooks, https://docs.example/runbooks/alarms/freshness.md",
        "alarms/freshness, , docs/runbooks/alarms/freshness.md",
        "https://wiki.example/x, https://docs.example, https://wiki.example/x",
        "../../etc/passwd, https://docs.example, ../../etc/passwd"
    })
    void the_name_of_a_page_becomes_its_address(String runbook, @Nullable String base, String address) {
        assertThat(completion(base).complete(ALERT.withRunbook(runbook)).runbook())
                .isEqualTo(address);
    }

    private static Completion completion(@Nullable String runbooks) {
        return new Completion(Contracts.bundled(), runbooks);
    }
}
