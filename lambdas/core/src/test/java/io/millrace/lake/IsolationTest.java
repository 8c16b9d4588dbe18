package io.millrace.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class IsolationTest {
    private final Mill mill = new Mill();

    @Test
    void a_record_that_ends_the_process_is_found_and_kept_unread() {
        List<StreamRecord> batch = List.of(Mill.record(1, "a"), Mill.record(2, "killer"), Mill.record(3, "b"));
        for (int death = 0; death < 2; death++) {
            WriterRun dies = new WriterRun(mill.writer(), mill.shard, batch);
            advanceTo(dies, WriterRun.Step.LOAD_WINDOW);
        }
        WriterRun third = new WriterRun(mill.writer(), mill.shard, batch);
        advanceTo(third, WriterRun.Step.CLAIM);
        third.advance(); // the first record, on its own
        advanceTo(third, WriterRun.Step.LOAD_WINDOW); // the second kills it
        mill.write(batch);
        mill.commit();
        assertThat(mill.ids(Mill.SILVER)).containsExactly("a", "b");
        assertThat((byte[]) mill.tables.rows(Mill.UNDECODABLE).get(0)[3])
                .isEqualTo(batch.get(1).data());
    }

    @Test
    void what_follows_the_culprit_goes_together_again() {
        List<StreamRecord> batch = List.of(Mill.record(1, "killer"), Mill.record(2, "a"), Mill.record(3, "b"));
        for (int death = 0; death < 3; death++) {
            advanceTo(new WriterRun(mill.writer(), mill.shard, batch), WriterRun.Step.LOAD_WINDOW);
        }
        mill.write(batch);
        mill.commit();
        assertThat(mill.ids(Mill.SILVER)).containsExactly("a", "b");
        assertThat(mill.ledger.head(mill.shard).orElseThrow().k()).isEqualTo(2);
    }

    @Test
    void a_run_whose_time_is_over_rests_between_two_records_and_none_of_them_is_blamed() {
        List<StreamRecord> batch = List.of(Mill.record(1, "a"), Mill.record(2, "b"), Mill.record(3, "c"));
        for (int death = 0; death < 2; death++) {
            advanceTo(new WriterRun(mill.writer(), mill.shard, batch), WriterRun.Step.LOAD_WINDOW);
        }
        WriterRun late = new WriterRun(mill.writer(), mill.shard, batch);
        while (late.resting().isEmpty()) {
            late.advance();
        }
        assertThat(late.resting()).contains(batch.get(1));
        late.rest();
        assertThat(late.next()).isEqualTo(WriterRun.Step.DONE);

        mill.write(batch.subList(1, 3));
        mill.commit();
        assertThat(mill.ids(Mill.SILVER)).containsExactly("a", "b", "c");
        assertThat(mill.tables.rows(Mill.UNDECODABLE)).isEmpty();
    }

    @Test
    void a_record_that_was_begun_alone_is_not_blamed_for_a_claim_without_an_answer() {
        List<StreamRecord> batch = List.of(Mill.record(1, "a"), Mill.record(2, "b"));
        for (int death = 0; death < 2; death++) {
            advanceTo(new WriterRun(mill.writer(), mill.shard, batch), WriterRun.Step.CLAIM);
        }
        Mill.finish(new WriterRun(mill.writer(new FirstClaimRefusingLedger(mill.ledger)), mill.shard, batch));
        mill.commit();
        assertThat(mill.ids(Mill.SILVER)).containsExactly("a", "b");
        assertThat(mill.tables.rows(Mill.UNDECODABLE)).isEmpty();
    }

    @Test
    void attempts_that_ended_with_an_answer_say_nothing_against_a_record() {
        List<StreamRecord> batch = List.of(Mill.record(1, "a"), Mill.record(2, "b"));
        for (int outage = 0; outage < 5; outage++) {
            WriterRun run = new WriterRun(mill.writer(), mill.shard, batch);
            advanceTo(run, WriterRun.Step.WRITE_TABLE);
            run.abandon(new TablesException("Cannot write", new java.io.IOException("connection reset")));
        }
        mill.write(batch);
        mill.commit();
        assertThat(mill.ids(Mill.SILVER)).containsExactly("a", "b");
        assertThat(mill.ledger.head(mill.shard).orElseThrow().k()).isEqualTo(1);
    }

    @Test
    void a_record_that_makes_our_code_throw_is_found_too() {
        List<StreamRecord> batch = List.of(Mill.record(1, "a"), Mill.record(2, "b"));
        for (int failure = 0; failure < 2; failure++) {
            WriterRun run = new WriterRun(mill.writer(), mill.shard, batch);
            advanceTo(run, WriterRun.Step.WRITE_TABLE);
            run.abandon(new IllegalStateException("a bug"));
        }
        WriterRun third = new WriterRun(mill.writer(), mill.shard, batch);
        advanceTo(third, WriterRun.Step.WRITE_TABLE);
        third.abandon(new IllegalStateException("a bug, and the first record is to blame"));
        mill.write(batch);
        mill.commit();
        assertThat(mill.ids(Mill.SILVER)).containsExactly("b");
        assertThat((byte[]) mill.tables.rows(Mill.UNDECODABLE).get(0)[3])
                .isEqualTo(batch.get(0).data());
    }

    private static void advanceTo(WriterRun run, WriterRun.Step step) {
        while (run.next() != step) {
            assertThat(run.advance()).as("reaches %s", step).isTrue();
        }
    }

    /** Is throttled at the first claim. */
    private static final class FirstClaimRefusingLedger extends ForwardingLedger {
        private boolean refused;

        FirstClaimRefusingLedger(Ledger ledger) {
            super(ledger);
        }

        @Override
        public boolean claim(Head head, Claim claim) {
            if (!refused) {
                refused = true;
                throw new LedgerException("Cannot claim", new java.io.IOException("throttled"));
            }
            return super.claim(head, claim);
        }
    }
}
