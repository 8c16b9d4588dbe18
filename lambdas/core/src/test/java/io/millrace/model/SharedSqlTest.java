package io.millrace.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SharedSqlTest {
    private static final Map<String, String> TEXTS =
            Map.of("shared/rated_orders.sql", "-- With $1 a rate.\nSELECT * FROM ${silver}.orders_silver -- all\n");

    @Test
    void aSharedQueryStandsInBracketsWhereItIsNamed() {
        assertThat(SharedSql.in("SELECT * FROM ${shared}.rated_orders WHERE rated", TEXTS::get))
                .isEqualTo("""
                SELECT * FROM (
                -- With $1 a rate.
                SELECT * FROM ${silver}.orders_silver -- all
                ) WHERE rated""");
    }

    @Test
    void otherSqlStaysAsItIs() {
        assertThat(SharedSql.in("SELECT * FROM ${silver}.shared", TEXTS::get))
                .isEqualTo("SELECT * FROM ${silver}.shared");
    }

    @Test
    void aSharedQueryIsNoModel() {
        assertThat(SharedSql.is("shared/rated_orders.sql")).isTrue();
        assertThat(SharedSql.is("silver/transactions_silver.sql")).isFalse();
    }
}
