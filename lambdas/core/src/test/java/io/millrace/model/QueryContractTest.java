package io.millrace.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.contract.Classification;
import org.junit.jupiter.api.Test;

class QueryContractTest {
    private static final String CONTRACT = """
        domain: sales
        description: {purpose: Sales of a day.}
        team: {name: analytics}
        schema:
          - physicalName: daily_sales
            properties:
              - {name: sale_date, physicalType: date, description: The day., classification: public}
              - {name: revenue}
            customProperties:
              - {property: millrace.sources, value: [silver.transactions_silver]}
              - {property: millrace.windowDays, value: 30}
        """;

    @Test
    void saysWhatATableIsAndWhatItIsMadeOf() {
        QueryContract contract = QueryContract.read("daily_sales.yaml", CONTRACT);

        assertThat(contract.table()).isEqualTo("daily_sales");
        assertThat(contract.domain()).isEqualTo("sales");
        assertThat(contract.owner()).isEqualTo("analytics");
        assertThat(contract.description()).isEqualTo("Sales of a day.");
        assertThat(contract.columns())
                .containsExactly(
                        new QueryColumn("sale_date", "date", "The day.", Classification.PUBLIC),
                        new QueryColumn("revenue", "", "", null));
        assertThat(contract.sources()).containsExactly("silver.transactions_silver");
        assertThat(contract.settings())
                .hasEntrySatisfying(
                        "millrace.windowDays", days -> assertThat(days.asInt()).isEqualTo(30));
        assertThat(contract.settings()).hasSize(1);
    }

    @Test
    void namesTheFileThatIsNoContract() {
        assertThatThrownBy(() -> QueryContract.read("daily_sales.yaml", "schema: ["))
                .hasMessageStartingWith("Cannot read contract daily_sales.yaml: ");
        assertThatThrownBy(() -> QueryContract.read("daily_sales.yaml", CONTRACT.replace("public", "secret")))
                .hasMessage(
                        "Cannot read contract daily_sales.yaml: property 'sale_date' has the classification 'secret'");
    }
}
