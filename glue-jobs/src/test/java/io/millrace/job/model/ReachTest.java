package io.millrace.job.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.job.Layer;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReachTest {
    private static final Source ACTIVITY = Source.parse("silver.user_days_silver");
    private static final Source PRODUCTS = Source.parse("silver.dim_product");
    private static final Reach REACH = new Reach(Map.of(ACTIVITY.toString(), Set.of(0, -7)), null, false);
    private static final LocalDate DAY = LocalDate.of(2026, 3, 8);

    @Test
    void aChangedDayBearsOnTheDaysThatItsDistancesSay() {
        assertThat(REACH.of(ACTIVITY, Days.of(List.of(DAY))).texts()).containsExactly("2026-03-01", "2026-03-08");
    }

    @Test
    void toMakeADayThoseDaysAreReadThatBearOnIt() {
        assertThat(REACH.read(ACTIVITY, Days.of(List.of(DAY))).texts()).containsExactly("2026-03-08", "2026-03-15");
    }

    @Test
    void aSourceWithoutDistancesBearsOnAllOnceItChanges() {
        assertThat(REACH.of(PRODUCTS, Days.of(List.of(DAY)))).isEqualTo(Days.ALL);
        assertThat(REACH.of(PRODUCTS, Days.NONE)).isEqualTo(Days.NONE);
        assertThat(REACH.read(PRODUCTS, Days.of(List.of(DAY)))).isEqualTo(Days.ALL);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
        {property: millrace.days, value: {silver.b: [0]}};  millrace.days names [silver.b], its sources are [silver.a]
        {property: millrace.asOf, value: true};             it counts in days, and is not partitioned by one
        {property: millrace.windowDays, value: 0};          Cannot keep 0 days
        {property: millrace.tomorrow, value: 1};            property millrace.tomorrow has no meaning for a model
        """)
    void aContractThatMakesNoSenseIsRefused(String property, String message) {
        String contract = """
                schema:
                  - physicalName: sums
                    properties:
                      - {name: day, physicalType: date}
                    customProperties:
                      - {property: millrace.sources, value: [silver.a]}
                      - %s
                """.formatted(property);

        assertThatThrownBy(() -> ModelContract.parse("sums", Layer.GOLD, contract))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
