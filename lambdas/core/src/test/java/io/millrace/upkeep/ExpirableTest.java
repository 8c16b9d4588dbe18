package io.millrace.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExpirableTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @Test
    void whatIsOldGoesUnlessATagOrABranchNamesIt() {
        Map<Long, Instant> snapshots = Map.of(
                1L, NOON.minusSeconds(3),
                2L, NOON.minusSeconds(2),
                3L, NOON,
                4L, NOON.plusSeconds(1));

        assertThat(Expirable.of(snapshots, Set.of(2L, 4L), NOON)).containsExactly(1L);
        assertThat(Expirable.of(snapshots, Set.of(4L), NOON.plusSeconds(60))).containsExactlyInAnyOrder(1L, 2L, 3L);
    }
}
