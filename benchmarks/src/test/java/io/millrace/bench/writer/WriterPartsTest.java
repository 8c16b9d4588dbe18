package io.millrace.bench.writer;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.bench.event.ShopEvents;
import io.millrace.bench.measure.Timings;
import io.millrace.bench.measure.Turns;
import io.millrace.contract.Layer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriterPartsTest {
    @TempDir
    private Path folder;

    private WriterParts parts;

    @BeforeEach
    void write() throws IOException {
        parts = new WriterParts(ShopEvents.appEventsSomeBroken(1000, 1), folder);
    }

    @Test
    void theWriterFillsAllThreeTables() {
        assertThat(parts.storedBytes(Layer.BRONZE)).isPositive();
        assertThat(parts.storedBytes(Layer.SILVER)).isPositive();
        assertThat(parts.storedBytes(Layer.QUARANTINE)).isPositive();
    }

    @Test
    void everyPartCanBeDoneAgainAndAgain() throws IOException {
        Turns turns = new Turns();
        parts.join(turns);

        Timings timings = turns.take(1, 1, progress -> {});

        assertThat(WriterParts.sum(timings).values()).hasSize(1);
    }

    @Test
    void whatEarlierTurnsWroteIsTakenAway() throws IOException {
        Turns turns = new Turns();
        parts.joinWhole(turns);

        turns.take(3, 1, progress -> {});

        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(file -> file.toString().endsWith(".parquet")))
                    .hasSize(3);
        }
    }

    @Test
    void aPostIsARecordForEachBucketAndARecordCostsAUnitAtLeast() {
        assertThat(parts.putUnits()).isGreaterThanOrEqualTo(parts.records());
        assertThat(parts.records()).isBetween(70L, 80L); // 10 POSTs, 8 buckets, of which few are empty
    }
}
