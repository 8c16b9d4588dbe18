package io.millrace.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableRulesTest {
    private static final String CONTRACT = """
        team: {name: sales}
        support: [{tool: slack, channel: "#sales-data"}]
        schema:
          - physicalName: daily_sales
            quality: [{metric: rowCount, mustBeGreaterOrEqualTo: 1}]
            properties:
              - {name: day, logicalType: date, primaryKey: true}
              - {name: product, logicalType: string, primaryKey: true, relationships: [{to: "dim_product.yaml#/schema/dim_product/properties/product_id"}]}
              - {name: revenue, logicalType: number, required: true, logicalTypeOptions: {minimum: 0}}
              - {name: note, logicalType: string, unique: true,
                  quality: [{metric: nullValues, mustBeLessOrEqualTo: 5, unit: percent}]}
              - {name: pages, logicalType: array}
            customProperties: [{property: millrace.sources, value: [silver.dim_product]}]
        slaProperties: [{property: latency, value: 1, unit: h}]
        """;

    @Test
    void theContractOfAModelSaysWhatItsTablesRowsKeep() {
        TableRules rules = TableRules.read("daily_sales.yaml", CONTRACT);

        assertThat(rules.table()).isEqualTo("daily_sales");
        assertThat(rules.owner()).isEqualTo("sales");
        assertThat(rules.support().channel()).isEqualTo("#sales-data");
        assertThat(rules.columns())
                .containsExactly(
                        ColumnRules.of("day", true),
                        new ColumnRules("product", true, List.of(), null, new Reference("dim_product", "product_id")),
                        new ColumnRules(
                                "revenue",
                                true,
                                List.of(new FieldRule.NumberRange(
                                        BigDecimal.ZERO, false, null, false, Severity.QUARANTINE)),
                                null,
                                null),
                        new ColumnRules("note", false, List.of(), BigDecimal.valueOf(5), null),
                        ColumnRules.of("pages", false));
        assertThat(rules.keys())
                .containsExactly(
                        new UniqueKey(List.of("day", "product"), Severity.QUARANTINE),
                        new UniqueKey(List.of("note"), Severity.QUARANTINE));
        assertThat(rules.minRows()).isEqualTo(1);
        assertThat(rules.sources()).containsExactly("silver.dim_product");
        assertThat(rules.freshness()).isEqualTo(Duration.ofHours(1));
        assertThat(rules.timeColumn()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dim_product.yaml#/schema/dim_product/properties/product_id | product_id | is no column of a table: write CONTRACT.yaml#/schema/TABLE/properties/COLUMN",
                "metric: rowCount | metric: freshness | is not known of a table: use rowCount",
                "metric: nullValues | metric: nulls | is not known of a property",
                "unit: percent | unit: rows | understood in percent only",
                "mustBeLessOrEqualTo | mustBe | has no mustBeLessOrEqualTo: give it a number",
                "minimum: 0 | least: 0 | is not known here: use one of",
                "unique: true | uniq: true | is not known here: use one of",
                "property: latency | property: speed | slaProperties has no latency"
            })
    void aContractThatCannotBeMeantIsRefusedWithThePlaceAndTheWayOut(String text, String by, String problem) {
        assertThatThrownBy(() -> TableRules.read("daily_sales.yaml", CONTRACT.replace(text, by)))
                .isInstanceOf(ContractException.class)
                .hasMessageContaining("daily_sales.yaml:")
                .hasMessageContaining(problem);
    }

    @Test
    void theTablesOfADatasetKeepWhatItsEventsKeep() {
        Contract orders = Contracts.bundled().find("orders").orElseThrow();

        TableRules silver = TableRules.of(orders, orders.silver());
        assertThat(silver.columns().stream().filter(ColumnRules::required).map(ColumnRules::name))
                .contains("event_id", "order_id", "amount", "_received_at");
        assertThat(silver.keys()).containsExactly(new UniqueKey(List.of("_source_system", "event_id"), Severity.WARN));
        assertThat(silver.timeColumn()).isEqualTo("transaction_date");

        TableRules bronze = TableRules.of(orders, orders.bronze());
        assertThat(bronze.columns())
                .allSatisfy(column -> assertThat(column.rules()).isEmpty());
        assertThat(bronze.keys()).containsExactly(new UniqueKey(List.of("_source_position"), Severity.QUARANTINE));
        assertThat(List.of(silver.owner(), bronze.owner())).containsOnly("sales");
    }

    @Test
    void aLineOfALandedFileIsThereOnceInEachVersionOfTheFile() {
        Contract products = Contracts.bundled().find("products").orElseThrow();

        assertThat(List.of(TableRules.of(products, products.bronze()), TableRules.of(products, products.silver())))
                .allSatisfy(rules -> assertThat(rules.keys())
                        .containsExactly(new UniqueKey(List.of("_batch_id", "_source_position"), Severity.QUARANTINE)));
    }
}
