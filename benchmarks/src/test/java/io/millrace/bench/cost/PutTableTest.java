package io.millrace.bench.cost;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.bench.lake.Put;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PutTableTest {
    /** 720 batches and 360 folds an hour, of 3.6 million events; a PUT for a 200,000th of a dollar. */
    @Test
    void tellsHowOftenEachThingIsPutAndWhatThatCosts() {
        Cycle cycle = new Cycle(
                new Asked(Map.of(), Map.of(Put.CLAIM, 1.0)), new Asked(Map.of(), Map.of(Put.METADATA, 3.0)), 50);

        assertThat(PutTable.of(cycle, new Pace(1000, 5, 10), 5e-6))
                .containsExactly(
                        "  what is put                     a batch   a fold  an hour  for a million",
                        "  Iceberg metadata file                 -     3.00    1,080  $0.00150",
                        "  claim's body                       1.00        -      720  $0.00100");
    }
}
