package io.millrace.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;

class BundledContractsTest {
    private final Contracts contracts = Contracts.bundled();

    @Test
    void areThoseOfTheContractsFolder() {
        Contracts folder = Contracts.read(Path.of("../../contracts"));

        assertThat(contracts.all()).extracting(Contract::dataset).contains("app_events", "clickstream");
        assertThat(contracts.digest()).isEqualTo(folder.digest()).matches("[0-9a-f]{64}");
    }

    @Test
    void appEventsBecomesThreeTables() {
        Contract contract = contracts.find("app_events").orElseThrow();

        assertThat(columns(contract.silver()))
                .containsExactly(
                        "event_id STRING",
                        "event_type STRING",
                        "event_timestamp TIMESTAMP",
                        "user_id STRING",
                        "anonymous_id STRING",
                        "session_id STRING",
                        "app_type STRING",
                        "app_version STRING",
                        "event_value DOUBLE",
                        "properties STRING",
                        "event_date DATE",
                        "event_hour INT",
                        "_batch_id STRING",
                        "_received_at TIMESTAMP",
                        "_ingested_at TIMESTAMP",
                        "_source_system STRING",
                        "_source_file STRING",
                        "_source_position STRING",
                        "_contract_version STRING",
                        "_service_version STRING");
        assertThat(contract.silver().name()).isEqualTo("app_events_silver");
        assertThat(contract.silver().partitionColumn()).isEqualTo("event_timestamp");
        assertThat(contract.bronze().name()).isEqualTo("app_events_bronze");
        assertThat(contract.bronze().partitionColumn()).isEqualTo("_received_at");
        assertThat(columns(contract.bronze()))
                .startsWith(
                        "event_id STRING",
                        "event_type STRING",
                        "event_timestamp TIMESTAMP",
                        "payload STRING",
                        "_context STRING",
                        "_protocol STRING",
                        "_sent_at TIMESTAMP",
                        "_batch_id STRING");
        assertThat(contract.quarantine().name()).isEqualTo("app_events_quarantine");
        assertThat(columns(contract.quarantine()))
                .contains("payload BINARY", "_stage STRING", "_reason STRING", "_rule STRING", "_pointer STRING");
    }

    @Test
    void clickstreamKeepsItsOrderBySession() {
        Contract contract = contracts.find("clickstream").orElseThrow();

        assertThat(contract.silver().name()).isEqualTo("clickstream_clicks_silver");
        assertThat(contract.partitionKey()).containsExactly("session_id", "user_id", "anonymous_id");
        assertThat(contract.requireOneOf()).containsExactly(List.of("session_id", "user_id", "anonymous_id"));
    }

    @Test
    void sayWhatTheirOwnersPromise() {
        Contract contract = contracts.find("app_events").orElseThrow();

        assertThat(contract.owner()).isEqualTo("apps-platform");
        assertThat(contract.serviceLevel().freshness()).isEqualTo(Duration.ofHours(1));
        assertThat(contract.serviceLevel().rawRetention()).isEqualTo(Period.ofYears(7));
        assertThat(contract.serviceLevel().typedRetention()).isEqualTo(Period.ofYears(2));
        assertThat(contract.field("user_id").orElseThrow().classification()).isEqualTo(Classification.CONFIDENTIAL);
    }

    private static List<String> columns(TableDefinition table) {
        return table.columns().stream()
                .map(column -> column.name() + " " + column.type())
                .toList();
    }
}
