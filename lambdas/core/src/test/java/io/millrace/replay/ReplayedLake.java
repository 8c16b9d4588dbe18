package io.millrace.replay;

import static io.millrace.replay.ReplayWorld.MARKS;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.lake.Mill;
import io.millrace.lake.MinuteCounts;

/** What must hold of the tables and of what is counted, whatever way a replay took. */
final class ReplayedLake {
    private ReplayedLake() {}

    static void assertOnce(Mill mill, String... ids) {
        assertThat(mill.ids(Mill.BRONZE)).containsExactlyInAnyOrder(ids);
        assertThat(mill.tables.rows(MARKS)).hasSize(ids.length);
        assertOnceInSilver(mill, ids);
    }

    static void assertOnceInSilver(Mill mill, String... ids) {
        assertThat(mill.ids(Mill.SILVER)).containsExactlyInAnyOrder(ids);
        assertBalanced(mill);
    }

    static void assertBalanced(Mill mill) {
        assertThat(mill.counts()).allMatch(MinuteCounts::receivedBalances).allMatch(MinuteCounts::bronzeBalances);
        long silver = mill.counts().stream().mapToLong(MinuteCounts::silver).sum();
        long bronze = mill.counts().stream().mapToLong(MinuteCounts::bronze).sum();
        assertThat(mill.tables.rows(Mill.SILVER)).hasSize((int) silver);
        assertThat(mill.tables.rows(Mill.BRONZE)).hasSize((int) bronze);
    }
}
