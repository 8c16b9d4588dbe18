package io.millrace.serving.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.contract.Contracts;
import io.millrace.serving.FakeLake;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CachedCatalogTest {
    private static final Duration KEEP = Duration.ofSeconds(30);

    private final FakeLake lake = new FakeLake()
            .with("local_silver", "orders_silver", "order_id")
            .with("local_silver", "users_bronze", "event_id")
            .withView("local_gold", "orders_view", "order_id")
            .with("prod_silver", "orders_silver", "order_id");
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private final CachedCatalog catalog = new CachedCatalog(
            new CatalogReader(lake, lake, DatasetContracts.of(Contracts.bundled()), "local", () -> now),
            KEEP,
            () -> now);

    @Test
    void only_this_environments_databases_are_told_of() throws CatalogUnavailableException {
        assertThat(catalog.get().tables()).extracting(CatalogTable::database).doesNotContain("prod_silver");
    }

    @Test
    void the_catalog_is_asked_once_in_the_time_that_it_is_kept() throws CatalogUnavailableException {
        catalog.get();
        now = now.plus(KEEP).minusMillis(1);
        catalog.get();
        assertThat(lake.listings).as("once for each of four layers").isEqualTo(4);
        now = now.plusMillis(1);
        catalog.get();
        assertThat(lake.listings).isEqualTo(8);
    }

    @Test
    void metadata_is_read_again_only_of_a_table_that_was_committed_to() throws CatalogUnavailableException {
        catalog.get();
        assertThat(lake.reads).isEqualTo(2);
        lake.commit("orders_silver");
        now = now.plus(KEEP);
        assertThat(catalog.get().find("orders_silver").orElseThrow().state().rows())
                .isEqualTo(200);
        assertThat(lake.reads).isEqualTo(3);
    }

    @Test
    void while_the_catalog_is_away_the_last_one_is_told_with_its_age() throws CatalogUnavailableException {
        Instant first = catalog.get().readAt();
        lake.away = true;
        now = now.plus(KEEP);
        assertThat(catalog.get().readAt()).isEqualTo(first);
    }

    @Test
    void a_table_without_readable_metadata_does_not_hide_the_others() throws CatalogUnavailableException {
        lake.broken = "orders_silver";
        CatalogTable broken = catalog.get().find("orders_silver").orElseThrow();
        assertThat(broken.state()).isNull();
        assertThat(broken.columns()).extracting(CatalogColumn::name).containsExactly("order_id");
        assertThat(catalog.get().tables()).hasSize(3);
    }

    @Test
    void a_catalog_that_was_never_there_is_not_made_up() {
        lake.away = true;
        assertThatThrownBy(catalog::get).isInstanceOf(CatalogUnavailableException.class);
    }

    @Test
    void a_contract_is_for_its_own_layer_and_what_nobody_classified_is_masked() throws CatalogUnavailableException {
        CatalogTable stray = catalog.get().find("users_bronze").orElseThrow();
        assertThat(stray.contract()).isNull();
        assertThat(stray.columns()).allMatch(CatalogColumn::masked);
    }

    @Test
    void a_table_is_found_by_its_name_with_or_without_the_database() throws CatalogUnavailableException {
        assertThat(catalog.get().find("local_gold.orders_view"))
                .isEqualTo(catalog.get().find("orders_view"));
        assertThat(catalog.get().find("prod_silver.orders_silver")).isEmpty();
    }
}
