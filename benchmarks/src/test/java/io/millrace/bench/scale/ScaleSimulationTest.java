package io.millrace.bench.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A small lake for an hour or a day; the bounds of a month follow from what each snapshot weighs. */
final class ScaleSimulationTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration MINUTES = Duration.ofMinutes(5);

    @Test
    void a_table_gets_one_snapshot_an_interval_from_however_many_shards() {
        ScaleResult result = ScaleSimulation.run(ScalePlan.of(20, 20, HOUR, Duration.ZERO, MINUTES));

        assertThat(result.folds()).hasSize(30);
        assertThat(result.mostSnapshots()).isEqualTo(1);
        assertThat(result.unfoldedClaims()).isZero();
    }

    @Test
    void a_state_weighs_so_little_that_those_of_fourteen_hours_and_all_tags_stay_below_five_megabytes() {
        // Sixty commits before the first look: the list of older metadata files grows up to the fiftieth.
        Duration looks = Duration.ofMinutes(10);
        ScaleResult result = ScaleSimulation.run(ScalePlan.of(2, 2, looks, Duration.ZERO, looks.multipliedBy(2)));

        ScaleResult.Metadata before = result.metadata().get(0);
        ScaleResult.Metadata after = result.metadata().get(result.metadata().size() - 1);
        long each = (after.bytes() - before.bytes()) / (after.snapshots() - before.snapshots());
        int states = 14 * 360 + 7 * 24 + 30;
        assertThat(each * states).isBetween(4_000_000L, 5_000_000L);
    }

    @Test
    void a_shard_that_is_awake_costs_a_look_at_its_head() {
        ScaleResult alone = ScaleSimulation.run(ScalePlan.of(2, 2, HOUR, Duration.ZERO, MINUTES));
        ScaleResult beside = ScaleSimulation.run(ScalePlan.of(10, 2, HOUR, Duration.ZERO, MINUTES));

        assertThat(beside.median(FoldFigures::requests)).isEqualTo(alone.median(FoldFigures::requests));
        assertThat(beside.median(FoldFigures::itemsRead)).isEqualTo(alone.median(FoldFigures::itemsRead) + 8);
    }

    @Test
    void idle_shards_ask_nothing_of_the_ledger() {
        // A day until they rest, and an hour until the next run of the job that lets them.
        Duration tillAtRest = Duration.ofHours(26);
        ScaleResult few = ScaleSimulation.run(ScalePlan.of(2, 2, Duration.ofDays(2), tillAtRest, MINUTES));
        ScaleResult many = ScaleSimulation.run(ScalePlan.of(60, 2, Duration.ofDays(2), tillAtRest, MINUTES));

        assertThat(many.median(FoldFigures::requests)).isEqualTo(few.median(FoldFigures::requests));
        assertThat(many.median(FoldFigures::itemsRead)).isEqualTo(few.median(FoldFigures::itemsRead));
        assertThat(many.median(FoldFigures::itemsWritten)).isEqualTo(few.median(FoldFigures::itemsWritten));
    }
}
