package io.millrace.lake.aws;

import static io.millrace.contract.ColumnType.DECIMAL;
import static io.millrace.contract.ColumnType.INT;
import static io.millrace.contract.ColumnType.LONG;
import static io.millrace.contract.ColumnType.STRING;
import static io.millrace.contract.ColumnType.TIMESTAMP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.contract.Column;
import io.millrace.contract.Layer;
import io.millrace.contract.TableDefinition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.iceberg.BaseTable;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableUtil;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.types.Types;
import org.junit.jupiter.api.Test;

class MigrationTest {
    private static final Column ID = Column.of("event_id", STRING, true, "id");
    private static final Column TIME = Column.of("event_timestamp", TIMESTAMP, true, "when");
    private static final Column COUNT = Column.of("quantity", INT, false, "pieces");
    private static final Column AMOUNT = new Column("amount", DECIMAL, 10, 2, false, "line total");
    private static final Column NOTE = Column.of("note", STRING, false, "from the customer");

    private final RivalCatalog catalog = RivalCatalog.empty();
    private final Migration migration = new Migration(catalog, new Databases("test"), "memory:/warehouse");

    @Test
    void an_empty_catalog_gets_databases_and_tables() {
        MigrationResult result = migration.apply(List.of(orders(ID, TIME, COUNT)));

        assertThat(catalog.listNamespaces())
                .containsExactlyInAnyOrder(
                        Namespace.of("test_bronze"),
                        Namespace.of("test_silver"),
                        Namespace.of("test_gold"),
                        Namespace.of("test_ops"));
        assertThat(result.created()).containsExactly("test_silver.orders_silver");
        assertThat(TableUtil.formatVersion(table())).isEqualTo(2);
        assertThat(table().location()).isEqualTo("memory:/warehouse/test_silver/orders_silver");
        assertThat(table().spec().fields())
                .singleElement()
                .satisfies(field -> assertThat(field.name()).isEqualTo("event_timestamp_day"));
        assertThat(table().schema().columns()).allMatch(Types.NestedField::isOptional);
        assertThat(table().schema().findField("quantity").doc()).isEqualTo("pieces");
        assertThat(table().properties())
                .containsEntry("write.parquet.compression-codec", "zstd")
                .containsEntry("write.parquet.dict-encoding-enabled.column.event_id", "false")
                .containsEntry("write.metadata.delete-after-commit.enabled", "true");
    }

    @Test
    void quarantine_lives_in_the_bronze_database() {
        TableDefinition quarantine =
                new TableDefinition("orders", Layer.QUARANTINE, "orders_quarantine", List.of(ID), null);

        assertThat(migration.apply(List.of(quarantine)).created()).containsExactly("test_bronze.orders_quarantine");
    }

    @Test
    void the_same_contract_again_changes_nothing() {
        migration.apply(List.of(orders(ID, TIME, COUNT)));
        String metadata = metadataFile();

        MigrationResult again = migration.apply(List.of(orders(ID, TIME, COUNT)));

        assertThat(again.created()).isEmpty();
        assertThat(again.evolved()).isEmpty();
        assertThat(metadataFile()).isEqualTo(metadata);
    }

    @Test
    void compatible_changes_are_made() {
        migration.apply(List.of(orders(ID, TIME, COUNT, AMOUNT)));

        MigrationResult result = migration.apply(List.of(orders(
                ID,
                TIME,
                Column.of("quantity", LONG, false, "number of pieces"),
                new Column("amount", DECIMAL, 18, 2, false, "line total"),
                NOTE)));

        assertThat(result.evolved())
                .containsEntry(
                        "test_silver.orders_silver",
                        List.of(
                                "widen quantity to long",
                                "describe quantity",
                                "widen amount to decimal(18, 2)",
                                "add note string"));
        assertThat(table().schema().findType("quantity")).isEqualTo(Types.LongType.get());
        assertThat(table().schema().findType("amount")).isEqualTo(Types.DecimalType.of(18, 2));
        assertThat(table().schema().findField("note").isOptional()).isTrue();
    }

    @Test
    void an_older_contract_leaves_a_newer_table_as_it_is() {
        migration.apply(List.of(orders(ID, TIME, Column.of("quantity", LONG, false, "pieces"), NOTE)));

        migration.apply(List.of(orders(ID, TIME, COUNT)));

        assertThat(table().schema().findType("quantity")).isEqualTo(Types.LongType.get());
        assertThat(table().schema().findField("note")).isNotNull();
    }

    @Test
    void a_type_that_cannot_be_widened_is_refused() {
        assertRefused(
                "Cannot migrate table orders_silver: column quantity cannot become string from int: add another column",
                orders(ID, TIME, Column.of("quantity", STRING, false, "pieces")));
    }

    @Test
    void a_new_required_column_is_refused() {
        assertRefused(
                "Cannot migrate table orders_silver: required column price is new: make it optional",
                orders(ID, TIME, COUNT, Column.of("price", INT, true, "price")));
    }

    @Test
    void a_required_column_that_goes_is_refused() {
        assertRefused(
                "Cannot migrate table orders_silver: required column event_id is gone: readers need it",
                orders(TIME, COUNT));
    }

    @Test
    void another_partition_column_is_refused() {
        assertRefused(
                "Cannot migrate table orders_silver: its partitions are [event_timestamp_day], not [placed_at_day]: they"
                        + " cannot change",
                new TableDefinition(
                        "orders",
                        Layer.SILVER,
                        "orders_silver",
                        List.of(ID, TIME, COUNT, Column.of("placed_at", TIMESTAMP, false, "when")),
                        "placed_at"));
    }

    @Test
    void what_breaks_readers_goes_through_where_it_is_meant_and_keeps_the_rows() {
        migration.apply(List.of(orders(ID, TIME, COUNT, AMOUNT)));

        migration.apply(List.of(orders(ID, TIME, Column.of("price", INT, true, "price"))), Set.of("orders"));

        assertThat(table().schema().findField("price").isOptional()).isTrue();
        assertThat(table().schema().findField("quantity")).isNotNull();
    }

    @Test
    void what_no_table_can_do_is_refused_also_where_it_is_meant() {
        migration.apply(List.of(orders(ID, TIME, COUNT)));

        assertThatThrownBy(() -> migration.apply(
                        List.of(orders(ID, TIME, Column.of("quantity", STRING, false, "pieces"))), Set.of("orders")))
                .hasMessageContaining("column quantity cannot become string from int");
    }

    @Test
    void one_refusal_keeps_every_table_as_it_is() {
        migration.apply(List.of(orders(ID, TIME, COUNT)));
        TableDefinition other = new TableDefinition("users", Layer.BRONZE, "users_bronze", List.of(ID), null);

        assertThatThrownBy(() -> migration.apply(List.of(other, orders(TIME))))
                .isInstanceOf(MigrationRefusedException.class);
        assertThat(catalog.tableExists(TableIdentifier.of("test_bronze", "users_bronze")))
                .isFalse();
    }

    @Test
    void a_commit_in_between_does_not_disturb() {
        migration.apply(List.of(orders(ID, TIME, COUNT)));
        catalog.beforeNextCommit(
                () -> table().updateProperties().set("millrace.fold", "7").commit());

        migration.apply(List.of(orders(ID, TIME, COUNT, NOTE)));

        assertThat(table().schema().findField("note")).isNotNull();
        assertThat(table().properties()).containsEntry("millrace.fold", "7");
    }

    @Test
    void a_setting_that_an_operator_changed_stays() {
        migration.apply(List.of(orders(ID, TIME, COUNT)));
        table().updateProperties().set("commit.retry.num-retries", "3").commit();

        migration.apply(List.of(orders(ID, TIME, COUNT, NOTE)));

        assertThat(table().properties()).containsEntry("commit.retry.num-retries", "3");
    }

    private void assertRefused(String reason, TableDefinition next) {
        migration.apply(List.of(orders(ID, TIME, COUNT)));
        assertThatThrownBy(() -> migration.apply(List.of(next)))
                .isInstanceOf(MigrationRefusedException.class)
                .hasMessage(reason);
    }

    private static TableDefinition orders(Column... columns) {
        boolean timed = Arrays.asList(columns).contains(TIME);
        return new TableDefinition(
                "orders",
                Layer.SILVER,
                "orders_silver",
                new ArrayList<>(Arrays.asList(columns)),
                timed ? "event_timestamp" : null);
    }

    private Table table() {
        return catalog.loadTable(TableIdentifier.of("test_silver", "orders_silver"));
    }

    private String metadataFile() {
        return ((BaseTable) table()).operations().current().metadataFileLocation();
    }
}
