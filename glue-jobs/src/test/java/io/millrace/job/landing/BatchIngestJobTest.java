package io.millrace.job.landing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.job.TestLake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchIngestJobTest {
    private static final String RATES = """
            source_currency,rate_date,exchange_rate
            EUR,2026-03-01,1.0843
            eur ,2026-03-02,1.085
            XXQ,2026-03-01,1
            USD,2026-03-01,-1
            GBP,2026-03-01
            """;

    @TempDir
    Path landing;

    private final TestLake lake = new TestLake();

    @BeforeEach
    void tables() {
        lake.create("exchange_rates");
    }

    @Test
    void aRowIsKeptAsLandedAndTypedWhereItKeepsItsContract() throws Exception {
        land("rates.csv", RATES, "2026-03-02T06:00:00Z");

        JsonNode result = ingest();

        assertThat(result.at("/result/datasets/0/rows").asInt()).isEqualTo(2);
        assertThat(result.at("/result/datasets/0/rejected").asInt()).isEqualTo(3);
        assertThat(lake.lines("SELECT source_currency, rate_date, exchange_rate, _source_position, _received_at"
                        + " FROM {silver}.exchange_rates_rows ORDER BY _source_position"))
                .containsExactly(
                        "EUR | 2026-03-01 | 1.08430000 | 2 | 2026-03-02T06:00:00Z",
                        "EUR | 2026-03-02 | 1.08500000 | 3 | 2026-03-02T06:00:00Z");
        assertThat(lake.lines("SELECT payload FROM {bronze}.exchange_rates_bronze WHERE _source_position = '3'"))
                .containsExactly(
                        "{\"source_currency\":\"eur \",\"rate_date\":\"2026-03-02\",\"exchange_rate\":\"1.085\"}");
        assertThat(lake.lines("SELECT _source_file FROM {bronze}.exchange_rates_bronze"))
                .hasSize(5)
                .allMatch(file -> file.endsWith("/exchange_rates/rates.csv"));
    }

    @Test
    void aRowThatBreaksItsContractGoesToQuarantineWithTheReason() throws Exception {
        land("rates.csv", RATES, "2026-03-02T06:00:00Z");

        ingest();

        assertThat(lake.lines("SELECT _source_position, _stage, _rule, _pointer, _reason"
                        + " FROM {bronze}.exchange_rates_quarantine ORDER BY 1"))
                .hasSize(3)
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("4 | row | allowed_values | /source_currency | "),
                        line -> assertThat(line).startsWith("5 | row | range | /exchange_rate | "),
                        line -> assertThat(line)
                                .isEqualTo("6 | row | malformed_row |  | must have 3 cells as the header has, has 2"));
    }

    @Test
    void aFileIsLoadedOnceAndItsNextVersionAgain() throws Exception {
        land("rates.csv", RATES, "2026-03-02T06:00:00Z");
        ingest();

        JsonNode again = ingest();
        assertThat(again.at("/result/datasets/0/files_before").asInt()).isEqualTo(1);
        assertThat(again.at("/result/datasets/0/files_loaded").asInt()).isZero();
        assertThat(bronzeRows()).isEqualTo("5");

        land("rates.csv", RATES, "2026-03-03T06:00:00Z");
        assertThat(ingest().at("/result/datasets/0/files_loaded").asInt()).isEqualTo(1);
        assertThat(bronzeRows()).isEqualTo("10");
    }

    @Test
    void aLoadThatWasCutOffIsFinishedByTheNextRun() throws Exception {
        land("rates.csv", RATES, "2026-03-02T06:00:00Z");
        ingest();
        // As if the run had ended before its last commit, and before its second.
        lake.sql("DELETE FROM {bronze}.exchange_rates_bronze");
        lake.sql("DELETE FROM {bronze}.exchange_rates_quarantine");

        ingest();

        assertThat(bronzeRows()).isEqualTo("5");
        assertThat(lake.lines("SELECT count(*) FROM {silver}.exchange_rates_rows"))
                .containsExactly("2");
        assertThat(lake.lines("SELECT count(*) FROM {bronze}.exchange_rates_quarantine"))
                .containsExactly("3");
    }

    @Test
    void aDryRunCountsAndChangesNothing() throws Exception {
        land("rates.csv", RATES, "2026-03-02T06:00:00Z");

        JsonNode result = ingest("--dry_run");

        assertThat(result.at("/result/datasets/0/rows").asInt()).isEqualTo(2);
        assertThat(lake.lines("SELECT count(*) FROM {silver}.exchange_rates_rows.snapshots"))
                .containsExactly("0");
    }

    @Test
    void aDatasetThatIsNotLandedIsRefused() {
        assertThatThrownBy(() -> ingest("--datasets", "app_events"))
                .hasMessage("Cannot load dataset app_events: files are landed of inventory, products, exchange_rates,"
                        + " customer_addresses, customers");
    }

    private String bronzeRows() {
        return lake.lines("SELECT count(*) FROM {bronze}.exchange_rates_bronze").get(0);
    }

    private JsonNode ingest(String... more) throws Exception {
        String[] arguments = new String[more.length + 2];
        arguments[0] = "--landing";
        arguments[1] = landing.toString();
        System.arraycopy(more, 0, arguments, 2, more.length);
        return lake.run(new BatchIngestJob(), arguments);
    }

    private void land(String name, String text, String at) throws IOException {
        Path file = Files.createDirectories(landing.resolve("exchange_rates")).resolve(name);
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse(at)));
    }
}
