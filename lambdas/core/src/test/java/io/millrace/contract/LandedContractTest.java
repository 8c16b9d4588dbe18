package io.millrace.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.event.Accepted;
import io.millrace.event.Arrival;
import io.millrace.format.Checkers;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A dataset whose rows are landed in files: no events, no stream. */
class LandedContractTest {
    private static final String PATH = "finance/exchange_rates.yaml";

    private final Contract rates = Contracts.bundled().find("exchange_rates").orElseThrow();

    @Test
    void itNeverComesOverTheDoor() {
        assertThat(Contracts.bundled().all()).contains(rates);
        assertThat(Contracts.bundled().streamed()).doesNotContain(rates).isNotEmpty();
    }

    @Test
    void itsTypedRowsAreOneUnpartitionedTable() {
        assertThat(rates.silver().name()).isEqualTo("exchange_rates_rows");
        assertThat(rates.silver().partitionColumn()).isNull();
        assertThat(rates.bronze().partitionColumn()).isEqualTo("_received_at");
    }

    @Test
    void aRowIsCheckedAsAnEventIsAndItsIdIsMadeOfItsValues() {
        byte[] row =
                "{\"source_currency\":\" eur\",\"rate_date\":\"2026-03-01\",\"exchange_rate\":1.1}".getBytes(UTF_8);
        Arrival arrival = Arrival.of(Instant.parse("2026-03-02T00:00:00Z"), "landing");

        assertThat(Checkers.of(rates).check(row, 0, row.length, arrival))
                .isInstanceOfSatisfying(Accepted.class, accepted -> {
                    assertThat(accepted.values()).hasSize(3).contains("EUR");
                    assertThat(accepted.eventIdDerived()).isTrue();
                    assertThat(accepted.partitionKey()).isEqualTo(accepted.eventId());
                });
    }

    @Test
    void aKeyForTheStreamHasNoMeaningInItsContract() {
        String format = "- property: millrace.format";
        String text = Contracts.bundled()
                .texts()
                .get(PATH)
                .replace(format, "- {property: millrace.partitionKey, value: [source_currency]}\n      " + format);

        assertThatThrownBy(() -> Contracts.of("trial", Map.of(PATH, text)))
                .hasMessageContaining("a dataset of millrace.format rows never goes over the stream");
    }
}
