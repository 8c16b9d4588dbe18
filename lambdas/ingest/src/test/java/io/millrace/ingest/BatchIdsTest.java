package io.millrace.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BatchIdsTest {
    private final BatchIds ids = new BatchIds();

    @Test
    void areUuidsOfVersion7ThatSortByTime() {
        Instant now = Instant.parse("2026-03-01T12:00:00.123Z");

        String first = ids.next(now);
        String second = ids.next(now.plusMillis(1));

        assertThat(UUID.fromString(first).version()).isEqualTo(7);
        assertThat(UUID.fromString(first).variant()).isEqualTo(2);
        assertThat(UUID.fromString(first).getMostSignificantBits() >>> 16).isEqualTo(now.toEpochMilli());
        assertThat(first).isLessThan(second);
        assertThat(ids.next(now)).isNotEqualTo(first);
    }
}
