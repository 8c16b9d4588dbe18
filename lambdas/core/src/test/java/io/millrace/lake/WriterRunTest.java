package io.millrace.lake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.frame.Entry;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class WriterRunTest {
    private final Mill mill = new Mill();

    @Test
    void events_reach_bronze_and_silver_once_their_claim_is_folded() {
        mill.write(List.of(Mill.record(1, "a", "b"), Mill.record(2, "c")));
        assertThat(mill.ids(Mill.SILVER)).isEmpty();
        mill.commit();
        assertThat(mill.ids(Mill.BRONZE)).containsExactly("a", "b", "c");
        assertThat(mill.ids(Mill.SILVER)).containsExactly("a", "b", "c");
        assertThat(mill.wakes).isEqualTo(1);
    }

    @Test
    void a_batch_delivered_again_is_dropped_whole_even_when_cut_anew() {
        mill.write(List.of(Mill.record(1, "a"), Mill.record(2, "b")));
        mill.write(List.of(Mill.record(2, "b"), Mill.record(3, "c")));
        mill.write(List.of(Mill.record(1, "a"), Mill.record(2, "b"), Mill.record(3, "c")));
        mill.commit();
        assertThat(mill.ids(Mill.BRONZE)).containsExactly("a", "b", "c");
    }

    @Test
    void copies_of_an_event_reach_bronze_all_and_silver_once() {
        mill.write(List.of(Mill.record(1, "a", "b", "a")));
        mill.write(List.of(Mill.record(2, "b", "c")));
        mill.commit();
        assertThat(mill.ids(Mill.BRONZE)).containsExactly("a", "b", "a", "b", "c");
        assertThat(mill.ids(Mill.SILVER)).containsExactly("a", "b", "c");
        assertThat(mill.counts())
                .containsExactly(new MinuteCounts("app_events", Mill.NOW.getEpochSecond() / 60, 5, 5, 0, 3, 0, 2, 0));
    }

    @Test
    void what_the_door_rejected_goes_to_quarantine_with_its_bytes() {
        mill.write(List.of(Mill.rejected(1, "{\"user_id\":\"u1\"}"), Mill.record(2, "a")));
        mill.commit();
        assertThat(mill.ids(Mill.BRONZE)).containsExactly("a");
        Object[] kept = mill.tables.rows(Mill.QUARANTINE).get(0);
        assertThat((byte[]) kept[3]).isEqualTo("{\"user_id\":\"u1\"}".getBytes(UTF_8));
        assertThat(kept[4]).isEqualTo("door");
        assertThat(mill.counts()).allMatch(MinuteCounts::receivedBalances).allMatch(MinuteCounts::bronzeBalances);
    }

    @Test
    void what_breaks_its_contract_after_the_door_is_in_bronze_and_in_quarantine() {
        Entry bad = new Entry("app_events", "1.0.0", 0, null, "{\"event_id\":\"x\"}".getBytes(UTF_8), null);
        mill.write(List.of(Mill.record(1, List.of(bad)), Mill.record(2, "a")));
        mill.commit();
        assertThat(mill.ids(Mill.BRONZE)).containsExactly("x", "a");
        assertThat(mill.ids(Mill.SILVER)).containsExactly("a");
        assertThat(mill.tables.rows(Mill.QUARANTINE))
                .singleElement()
                .satisfies(row -> assertThat(row[4]).isEqualTo("row"));
        assertThat(mill.counts()).allMatch(MinuteCounts::receivedBalances).allMatch(MinuteCounts::bronzeBalances);
    }

    @Test
    void a_record_that_is_no_frame_costs_its_neighbours_nothing() {
        byte[] noise = {1, 2, 3};
        mill.write(List.of(
                Mill.record(1, "a"),
                new StreamRecord(Position.of(2), Mill.NOW.toEpochMilli(), noise),
                Mill.record(3, "b")));
        mill.commit();
        assertThat(mill.ids(Mill.SILVER)).containsExactly("a", "b");
        assertThat((byte[]) mill.tables.rows(Mill.UNDECODABLE).get(0)[3]).isEqualTo(noise);
    }

    @Test
    void an_event_of_an_unknown_dataset_is_kept_as_bytes() {
        StreamRecord stray =
                Mill.record(1, List.of(new Entry("nobody_knows", "1.0.0", 0, null, Mill.event("a"), null)));
        mill.write(List.of(stray));
        mill.commit();
        assertThat((byte[]) mill.tables.rows(Mill.UNDECODABLE).get(0)[3]).isEqualTo(stray.data());
    }

    @Test
    void a_writer_that_stops_after_any_number_of_steps_loses_and_doubles_nothing() {
        for (int steps = 0; steps < 12; steps++) {
            Mill fresh = new Mill();
            fresh.write(List.of(Mill.record(1, "a")));
            WriterRun stopped = new WriterRun(fresh.writer(), fresh.shard, List.of(Mill.record(2, "b", "a")));
            for (int i = 0; i < steps; i++) {
                stopped.advance();
            }
            fresh.write(List.of(Mill.record(2, "b", "a"), Mill.record(3, "c")));
            fresh.commit();
            assertThat(fresh.ids(Mill.BRONZE))
                    .as("stopped after %d steps", steps)
                    .containsExactly("a", "b", "a", "c");
            assertThat(fresh.ids(Mill.SILVER))
                    .as("stopped after %d steps", steps)
                    .containsExactly("a", "b", "c");
        }
    }

    @Test
    void a_writer_that_wakes_after_its_successor_changes_nothing() {
        for (int steps = 0; steps < 12; steps++) {
            Mill fresh = new Mill();
            WriterRun zombie = new WriterRun(fresh.writer(), fresh.shard, List.of(Mill.record(1, "a")));
            for (int i = 0; i < steps; i++) {
                zombie.advance();
            }
            fresh.write(List.of(Mill.record(1, "a"), Mill.record(2, "b")));
            Mill.finish(zombie);
            fresh.write(List.of(Mill.record(3, "c")));
            fresh.commit();
            assertThat(fresh.ids(Mill.BRONZE)).as("slept after %d steps", steps).containsExactly("a", "b", "c");
        }
    }

    @Test
    void an_answer_that_was_lost_is_looked_up() {
        Ledger deaf = new AnswerLosingLedger(mill.ledger);
        Mill.finish(new WriterRun(mill.writer(deaf), mill.shard, List.of(Mill.record(1, "a"))));
        Mill.finish(
                new WriterRun(mill.writer(deaf), mill.shard, List.of(Mill.record(1, "a"), Mill.record(2, "a", "b"))));
        mill.commit();
        assertThat(mill.ids(Mill.BRONZE)).containsExactly("a", "a", "b");
        assertThat(mill.ids(Mill.SILVER)).containsExactly("a", "b");
    }

    @Test
    void a_window_of_many_claims_still_knows_them_all_from_cold() {
        int claims = Windows.SEAL_AFTER_CLAIMS * 2 + 5;
        LongStream.rangeClosed(1, claims).forEach(k -> mill.write(List.of(Mill.record(k, "e" + k))));
        String[] all = IntStream.rangeClosed(1, claims).mapToObj(k -> "e" + k).toArray(String[]::new);
        mill.write(List.of(Mill.record(claims + 1, all)));
        mill.commit();
        assertThat(mill.ids(Mill.SILVER)).hasSize(claims).doesNotHaveDuplicates();
    }

    /** Does every claim and then loses the answer. */
    private static final class AnswerLosingLedger extends ForwardingLedger {
        AnswerLosingLedger(Ledger ledger) {
            super(ledger);
        }

        @Override
        public boolean claim(Head head, Claim claim) {
            Optional<Head> before = head(head.shard());
            super.claim(head, claim);
            throw new LedgerException("Cannot tell: " + before, new java.io.IOException("connection reset"));
        }
    }
}
