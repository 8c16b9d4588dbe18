package io.millrace.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CommitterRunTest {
    private static final int MORE_STEPS_THAN_A_RUN_HAS = 30;

    @Test
    void nothing_claimed_makes_no_fold() {
        Mill mill = new Mill();
        mill.commit();
        assertThat(mill.ledger.lastFold()).isEmpty();
    }

    @Test
    void folds_follow_each_other_on_every_table_they_touch() {
        Mill mill = new Mill();
        mill.write(List.of(Mill.record(1, "a")));
        mill.commit();
        mill.write(List.of(Mill.rejected(2, "{}")));
        mill.commit();
        mill.write(List.of(Mill.record(3, "b"), Mill.rejected(4, "{}")));
        mill.commit();
        mill.commit();
        Fold last = mill.ledger.lastFold().orElseThrow();
        assertThat(last.number()).isEqualTo(3);
        assertThat(last.previous()).containsEntry(Mill.BRONZE, 1L).containsEntry(Mill.QUARANTINE, 2L);
        assertThat(last.pending()).isEmpty();
        assertThat(mill.ids(Mill.SILVER)).containsExactly("a", "b");
        assertThat(mill.tables.rows(Mill.QUARANTINE)).hasSize(2);
    }

    @Test
    void a_committer_that_keeps_a_distance_makes_no_fold_and_still_brings_tables_up_to_date() {
        Mill mill = new Mill();
        mill.write(List.of(Mill.record(1, "a")));
        CommitterRun died = new CommitterRun(mill.committer());
        while (died.next() != CommitterRun.Step.APPEND) {
            died.advance();
        }
        mill.write(List.of(Mill.record(2, "b")));

        finish(new CommitterRun(mill.committer(), Duration.ofSeconds(10)));
        assertThat(mill.ids(Mill.SILVER)).containsExactly("a");
        finish(new CommitterRun(mill.committer(), Duration.ZERO));
        assertThat(mill.ids(Mill.SILVER)).containsExactly("a", "b");
    }

    @Test
    void claims_of_many_shards_are_read_some_at_a_time_and_folded_together() {
        Mill mill = new Mill();
        WriterServices writer = mill.writer();
        for (int i = 1; i <= 150; i++) {
            Mill.finish(new WriterRun(writer, mill.shard, List.of(Mill.record(i, "e" + i))));
        }
        mill.commit();
        assertThat(mill.ledger.lastFold().orElseThrow().number()).isEqualTo(1);
        assertThat(mill.ids(Mill.SILVER)).hasSize(150);
    }

    @Test
    void a_committer_that_stops_after_any_number_of_steps_is_made_good_by_the_next() {
        for (int steps = 0; steps < MORE_STEPS_THAN_A_RUN_HAS; steps++) {
            Mill mill = new Mill();
            mill.write(List.of(Mill.record(1, "a"), Mill.rejected(2, "{}")));
            CommitterRun stopped = new CommitterRun(mill.committer());
            for (int i = 0; i < steps; i++) {
                stopped.advance();
            }
            mill.write(List.of(Mill.record(3, "b")));
            mill.commit();
            mill.commit();
            assertThat(mill.ids(Mill.BRONZE))
                    .as("stopped after %d steps", steps)
                    .containsExactly("a", "b");
            assertThat(mill.tables.rows(Mill.QUARANTINE)).hasSize(1);
            assertThat(mill.counts()).allMatch(MinuteCounts::receivedBalances);
        }
    }

    @Test
    void two_committers_at_once_append_everything_once_whatever_their_order() {
        for (int lead = 0; lead < MORE_STEPS_THAN_A_RUN_HAS; lead++) {
            Mill mill = new Mill();
            mill.write(List.of(Mill.record(1, "a"), Mill.rejected(2, "{}")));
            CommitterRun one = new CommitterRun(mill.committer());
            for (int i = 0; i < lead; i++) {
                one.advance();
            }
            mill.write(List.of(Mill.record(3, "b")));
            CommitterRun two = new CommitterRun(mill.committer());
            boolean more = true;
            while (more) {
                more = two.advance();
                more = one.advance() || more;
            }
            mill.commit();
            assertThat(mill.ids(Mill.BRONZE)).as("lead of %d steps", lead).containsExactly("a", "b");
            assertThat(mill.tables.rows(Mill.QUARANTINE)).hasSize(1);
        }
    }

    @Test
    void an_append_whose_answer_was_lost_is_not_done_again() {
        Mill mill = new Mill();
        mill.write(List.of(Mill.record(1, "a")));
        Tables deaf = new Tables() {
            @Override
            public long fold(String table) {
                return mill.tables.fold(table);
            }

            @Override
            public boolean append(String table, long previous, long fold, List<DataFileRef> files) {
                mill.tables.append(table, previous, fold, files);
                throw new TablesException("Cannot tell", new IOException("connection reset"));
            }
        };
        CommitterRun run = new CommitterRun(mill.committer(mill.ledger, deaf));
        while (run.advance()) {
            // Every step is in the run.
        }
        assertThat(run.behind()).isNotEmpty();
        mill.commit();
        assertThat(mill.ids(Mill.BRONZE)).containsExactly("a");
        assertThat(mill.ledger.lastFold().orElseThrow().pending()).isEmpty();
    }

    @Test
    void a_table_whose_mark_is_not_of_this_ledger_is_refused_and_the_others_go_on() {
        Mill mill = new Mill();
        mill.write(List.of(Mill.record(1, "a")));
        mill.tables.mark(Mill.SILVER, 99);
        CommitterRun run = new CommitterRun(mill.committer());
        while (run.advance()) {
            // Every step is in the run.
        }
        assertThat(run.refused()).containsOnlyKeys(Mill.SILVER);
        assertThat(mill.ids(Mill.BRONZE)).containsExactly("a");
        mill.write(List.of(Mill.record(2, "b")));
        mill.commit();
        assertThat(mill.ids(Mill.BRONZE)).containsExactly("a", "b");
        assertThat(mill.ledger.lastFold().orElseThrow().pending()).contains(Mill.SILVER);
    }

    @Test
    void claims_beyond_the_most_of_one_fold_wait_for_the_next() {
        Mill mill = new Mill();
        for (int i = 1; i <= 5; i++) {
            mill.write(List.of(Mill.record(i, "e" + i)));
        }
        int wakesBefore = mill.wakes;
        CommitterServices few = mill.committer();
        CommitterRun run = new CommitterRun(
                new CommitterServices(few.ledger(), few.store(), few.tables(), few.wake(), few.clock(), few.ids(), 2));
        while (run.advance()) {
            // Every step is in the run.
        }
        assertThat(mill.ids(Mill.SILVER)).containsExactly("e1", "e2");
        assertThat(mill.wakes).isEqualTo(wakesBefore + 1);
        mill.commit();
        assertThat(mill.ids(Mill.SILVER)).containsExactly("e1", "e2", "e3", "e4", "e5");
    }

    private static void finish(CommitterRun run) {
        while (run.advance()) {
            // Every step is in the run.
        }
    }
}
