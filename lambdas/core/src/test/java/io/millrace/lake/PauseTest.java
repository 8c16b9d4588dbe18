package io.millrace.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tables that are paused stay as they are, nothing is lost, and all others go on. */
final class PauseTest {
    private static final Set<String> DATASET = Set.of(Mill.BRONZE, Mill.SILVER, Mill.QUARANTINE);
    private static final int MORE_STEPS_THAN_A_RUN_HAS = 30;

    private final Mill mill = new Mill();

    @Test
    void a_paused_dataset_takes_nothing_and_gets_all_of_it_in_order_once_it_goes_on() {
        write(1, "a");
        mill.commit();
        mill.paused.addAll(DATASET);
        write(2, "b");
        mill.commit();
        write(3, "c");
        mill.commit();
        assertThat(mill.ids(Mill.SILVER)).containsExactly("a");
        assertThat(mill.ids(Mill.BRONZE)).containsExactly("a");
        assertThat(last().pending()).containsExactlyInAnyOrder(Mill.BRONZE, Mill.SILVER);

        mill.paused.clear();
        mill.commit();
        assertThat(mill.ids(Mill.SILVER)).containsExactly("a", "b", "c");
        assertThat(mill.ids(Mill.BRONZE)).containsExactly("a", "b", "c");
        assertThat(last().pending()).isEmpty();
        assertThat(mill.counts()).allMatch(MinuteCounts::receivedBalances).allMatch(MinuteCounts::bronzeBalances);
    }

    @Test
    void the_other_tables_go_on() {
        mill.paused.add(Mill.SILVER);
        write(1, "a");
        mill.commit();
        write(2, "b");
        mill.commit();
        assertThat(mill.ids(Mill.BRONZE)).containsExactly("a", "b");
        assertThat(mill.ids(Mill.SILVER)).isEmpty();
    }

    @Test
    void a_pause_begins_and_ends_with_a_fold_also_where_nothing_arrives() {
        write(1, "a");
        mill.commit();
        mill.paused.add(Mill.SILVER);
        mill.commit();
        assertThat(manifest().held()).isEqualTo(Map.of(Mill.SILVER, 1L));
        mill.commit();
        assertThat(last().number()).isEqualTo(2);

        mill.paused.clear();
        mill.commit();
        assertThat(manifest().held()).isEmpty();
        assertThat(last().number()).isEqualTo(3);
    }

    @Test
    void once_a_fold_says_it_no_committer_appends_not_one_that_began_before() {
        for (int lead = 0; lead < MORE_STEPS_THAN_A_RUN_HAS; lead++) {
            Mill world = new Mill();
            world.write(List.of(Mill.record(1, "a")));
            world.commit();
            world.write(List.of(Mill.record(2, "b")));
            CommitterRun old = new CommitterRun(world.committer());
            for (int i = 0; i < lead; i++) {
                old.advance();
            }
            world.paused.addAll(DATASET);
            world.commit();
            List<String> seen = world.ids(Mill.SILVER);
            world.write(List.of(Mill.record(3, "c")));
            while (old.advance()) {
                // Every step is in the run.
            }
            world.commit();
            assertThat(world.ids(Mill.SILVER)).as("lead of %d steps", lead).isEqualTo(seen);

            world.paused.clear();
            world.commit();
            world.commit();
            assertThat(world.ids(Mill.SILVER)).as("lead of %d steps", lead).containsExactly("a", "b", "c");
        }
    }

    @Test
    void two_committers_that_catch_up_together_append_everything_once() {
        for (int lead = 0; lead < MORE_STEPS_THAN_A_RUN_HAS; lead++) {
            Mill world = new Mill();
            world.paused.add(Mill.SILVER);
            for (int i = 1; i <= 3; i++) {
                world.write(List.of(Mill.record(i, "e" + i)));
                world.commit();
            }
            world.paused.clear();
            CommitterRun one = new CommitterRun(world.committer());
            for (int i = 0; i < lead; i++) {
                one.advance();
            }
            CommitterRun two = new CommitterRun(world.committer());
            boolean more = true;
            while (more) {
                more = two.advance();
                more = one.advance() || more;
            }
            world.commit();
            assertThat(world.ids(Mill.SILVER)).as("lead of %d steps", lead).containsExactly("e1", "e2", "e3");
        }
    }

    @Test
    void what_a_long_pause_left_comes_in_few_commits() {
        mill.paused.add(Mill.SILVER);
        for (int i = 1; i <= 250; i++) {
            write(i, "e" + i);
            mill.commit();
        }
        mill.paused.clear();
        List<Long> commits = new ArrayList<>();
        CommitterRun run = new CommitterRun(mill.committer(mill.ledger, new Tables() {
            @Override
            public long fold(String table) {
                return mill.tables.fold(table);
            }

            @Override
            public boolean append(String table, long previous, long fold, List<DataFileRef> files) {
                commits.add(fold);
                return mill.tables.append(table, previous, fold, files);
            }
        }));
        while (run.advance()) {
            // Every step is in the run.
        }
        assertThat(commits).containsExactly(100L, 200L, 250L);
        assertThat(mill.ids(Mill.SILVER)).hasSize(250).startsWith("e1", "e2").endsWith("e250");
    }

    @Test
    void a_pause_waits_for_a_table_that_stays_behind() {
        write(1, "a");
        CommitterRun run = new CommitterRun(mill.committer(mill.ledger, new Tables() {
            @Override
            public long fold(String table) {
                throw new TablesException("Cannot load " + table, new IOException("connection reset"));
            }

            @Override
            public boolean append(String table, long previous, long fold, List<DataFileRef> files) {
                throw new TablesException("Cannot append to " + table, new IOException("connection reset"));
            }
        }));
        while (run.advance()) {
            // The fold is made, and no table can be reached.
        }
        mill.paused.add(Mill.SILVER);
        mill.commit();
        assertThat(mill.ids(Mill.SILVER)).containsExactly("a");
        assertThat(manifest().held()).containsEntry(Mill.SILVER, 1L);
    }

    private void write(long position, String id) {
        mill.write(List.of(Mill.record(position, id)));
    }

    private Fold last() {
        return mill.ledger.lastFold().orElseThrow();
    }

    private FoldManifest manifest() {
        return FoldManifestCodec.read(mill.store.read(last().manifest()));
    }
}
