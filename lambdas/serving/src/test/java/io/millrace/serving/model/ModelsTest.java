package io.millrace.serving.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelsTest {
    private static final String CONTRACT = """
        apiVersion: v3.1.0
        kind: DataContract
        domain: sales
        description: {purpose: Sales of a day.}
        team: {name: analytics}
        schema:
          - name: daily_sales
            properties:
              - {name: sale_date, description: The day., classification: public}
              - {name: revenue}
            customProperties:
              - {property: millrace.sources, value: [silver.transactions_silver]}
        """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        SELECT * FROM a                                                                     | a
        SELECT * FROM silver.a JOIN awsdatacatalog.silver.b USING (id);                     | a b
        WITH x AS (SELECT * FROM a), y AS (SELECT * FROM x) SELECT * FROM y                 | a
        WITH a AS (SELECT * FROM a) SELECT * FROM a                                         | a
        WITH a AS (SELECT * FROM silver.a), b AS (SELECT * FROM silver.b) SELECT * FROM a, b | a b
        WITH x AS (SELECT 1) SELECT * FROM (WITH x AS (SELECT * FROM a) SELECT * FROM x)    | a
        SELECT * FROM ${silver}.a WHERE day >= ${as_of}                                     | a
        -- from ${silver}.z before\\nSELECT INTERVAL 30 MINUTES FROM ${silver}.a, ${gold}.b    | a b
        SELECT (SELECT max(x) FROM b) FROM a WHERE EXISTS (SELECT 1 FROM c)                 | a b c
        CREATE OR REPLACE VIEW v AS SELECT * FROM a                                         | a
        """)
    void the_tables_that_sql_reads_are_found_in_it(String sql, String tables) {
        assertThat(TablesRead.by(sql.replace("\\n", "\n")).orElseThrow()).containsExactly(tables.split(" "));
    }

    @Test
    void sql_of_another_dialect_comes_from_what_its_contract_names() {
        List<Model> models = Models.of(
                new TreeMap<>(Map.of(
                        "gold/daily_sales.sql",
                        "SELECT x FROM a LATERAL VIEW explode(y)",
                        "gold/daily_sales.yaml",
                        CONTRACT)),
                false);
        assertThat(models).singleElement().satisfies(model -> {
            assertThat(model.table()).isEqualTo("daily_sales");
            assertThat(model.layer()).isEqualTo("gold");
            assertThat(model.sources()).containsExactly("transactions_silver");
            assertThat(model.contract().owner()).isEqualTo("analytics");
        });
    }

    @Test
    void what_models_share_is_no_table_and_its_sources_are_theirs() {
        List<Model> models = Models.of(
                new TreeMap<>(Map.of(
                        "shared/rated.sql", "SELECT * FROM ${silver}.a JOIN ${silver}.b USING (id)",
                        "gold/sums.sql", "WITH r AS (SELECT * FROM ${shared}.rated) SELECT * FROM r, ${gold}.c")),
                false);
        assertThat(models).singleElement().satisfies(model -> {
            assertThat(model.table()).isEqualTo("sums");
            assertThat(model.sources()).containsExactly("a", "b", "c");
        });
    }

    @Test
    void every_packed_model_can_be_read_and_comes_from_somewhere() {
        assertThat(Models.packed())
                .allSatisfy(
                        model -> assertThat(model.sources()).as(model.file()).isNotEmpty())
                .filteredOn(model -> model.table().equals("user_segments_gold"))
                .singleElement()
                .satisfies(model -> assertThat(model.sources())
                        .containsExactly("clickstream_silver", "transactions_silver", "user_days_silver"));
    }
}
