package io.millrace.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.event.Accepted;
import io.millrace.event.Claimed;
import io.millrace.frame.Buckets;
import io.millrace.frame.Entry;
import io.millrace.protocol.Protocol;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RecordsTest {
    private static final int EVENT_BYTES = 250_000;

    private static final Batch BATCH = new Batch("batch", Instant.EPOCH, null, "shop", "{}", Protocol.PLAIN);

    private final Records records = new Records(new Buckets(16), "1.2.3");

    @Test
    void aBucketThatOutgrowsARecordIsCutAndItsPartsComeOneAfterTheOther() {
        byte[] body = incompressible(12 * EVENT_BYTES);
        List<Inspected> events = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            events.add(accepted(i, "one-user"));
        }

        List<List<StreamRecord>> waves = records.of(BATCH, body, events);

        assertThat(waves).hasSizeBetween(3, 4).allSatisfy(wave -> {
            assertThat(wave).hasSize(1);
            assertThat(wave.get(0).size()).isLessThanOrEqualTo(RecordStream.MAX_RECORD_BYTES);
        });
        assertThat(waves.stream().flatMap(w -> Doorway.frame(w.get(0)).entries().stream()))
                .extracting(Entry::index)
                .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
    }

    @Test
    void aKeyAlwaysGoesToTheSamePointOfTheStream() {
        byte[] body = incompressible(EVENT_BYTES);
        Batch other = new Batch(
                "other", Instant.ofEpochSecond(1_772_366_400), null, "till", "{\"device\":\"tv\"}", Protocol.PLAIN);

        List<List<StreamRecord>> one = records.of(BATCH, body, List.of(accepted(0, "k")));
        List<List<StreamRecord>> two = records.of(other, body, List.of(accepted(0, "k")));

        assertThat(one.get(0).get(0).hashKey()).isEqualTo(two.get(0).get(0).hashKey());
    }

    private static Inspected accepted(int index, String key) {
        return new Inspected(
                index,
                new Slice(index * EVENT_BYTES, EVENT_BYTES),
                "app_events",
                "1.0.0",
                new Accepted(Claimed.NOTHING, "e-" + index, false, key, new Object[0], List.of(), 0),
                true);
    }

    private static byte[] incompressible(int bytes) {
        byte[] random = new byte[bytes];
        new Random(5).nextBytes(random);
        return random;
    }
}
