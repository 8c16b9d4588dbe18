package io.millrace.replay;

import static io.millrace.replay.ReplayWorld.MARKS;
import static io.millrace.replay.ReplayWorld.ROOM;
import static io.millrace.replay.ReplayWorld.door;
import static io.millrace.replay.ReplayWorld.finish;
import static io.millrace.replay.ReplayWorld.lake;
import static io.millrace.replay.ReplayWorld.request;
import static io.millrace.replay.ReplayWorld.row;
import static io.millrace.replay.ReplayWorld.run;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.frame.Entry;
import io.millrace.frame.Rejection;
import io.millrace.lake.Claim;
import io.millrace.lake.ForwardingLedger;
import io.millrace.lake.Head;
import io.millrace.lake.Ledger;
import io.millrace.lake.LedgerException;
import io.millrace.lake.LostLedgerException;
import io.millrace.lake.Mill;
import io.millrace.lake.MinuteCounts;
import io.millrace.protocol.Protocol;
import io.millrace.replay.ReplayRun.Step;
import io.millrace.replay.ReplayTables.Limits;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ReplayRunTest {
    private static final int MORE_STEPS_THAN_A_RUN_HAS = 16;
    private static final long MINUTE = Mill.NOW.getEpochSecond() / 60;

    private final Mill mill = lake();

    @Test
    void what_the_door_had_rejected_goes_to_bronze_and_silver_in_the_minute_of_its_receipt() {
        mill.write(List.of(door(1, "a")));
        mill.commit();

        ReplayResult result = replay(mill);
        mill.commit();

        assertThat(result).isEqualTo(new ReplayResult(null, 1, 1, 0, 0, Map.of(), null));
        assertThat(mill.ids(Mill.BRONZE)).containsExactly("a");
        assertThat(mill.ids(Mill.SILVER)).containsExactly("a");
        assertThat(mill.tables.rows(Mill.QUARANTINE)).hasSize(1);
        assertThat(mill.counts()).containsExactly(new MinuteCounts("app_events", MINUTE, 1, 1, 0, 1, 0, 0, 0));
    }

    @Test
    void what_the_row_rules_had_rejected_goes_to_silver_alone_since_bronze_has_it() {
        mill.write(List.of(row(1, "a")));
        mill.commit();

        replay(mill);
        mill.commit();

        assertThat(mill.ids(Mill.BRONZE)).containsExactly("a");
        assertThat(mill.ids(Mill.SILVER)).containsExactly("a");
        assertThat(mill.counts()).containsExactly(new MinuteCounts("app_events", MINUTE, 1, 1, 0, 1, 0, 0, 0));
    }

    @Test
    void what_breaks_the_contract_still_stays_without_a_mark() {
        mill.write(List.of(Mill.rejected(1, "{\"event_id\":\"x\"}"), door(2, "a")));
        mill.commit();

        ReplayResult result = replay(mill);
        mill.commit();

        assertThat(result).isEqualTo(new ReplayResult(null, 2, 1, 0, 0, Map.of("required", 1L), null));
        assertThat(mill.tables.rows(MARKS)).hasSize(1);
        assertThat(mill.counts()).containsExactly(new MinuteCounts("app_events", MINUTE, 2, 1, 1, 1, 0, 0, 0));
    }

    @Test
    void a_second_replay_changes_nothing() {
        mill.write(List.of(door(1, "a"), row(2, "b")));
        mill.commit();
        replay(mill);
        mill.commit();

        ReplayResult again = replay(mill);
        mill.commit();

        assertThat(again).isEqualTo(new ReplayResult(null, 0, 0, 0, 0, Map.of(), null));
        assertOnce(mill, "a", "b");
    }

    @Test
    void a_replay_waits_until_the_tables_show_what_the_one_before_it_did() {
        mill.write(List.of(door(1, "a")));
        mill.commit();
        replay(mill);

        ReplayResult early = replay(mill);

        assertThat(early.waitsFor()).isEqualTo("an earlier replay waits for a commit");
        assertThat(early.read()).isZero();
    }

    @Test
    void a_paused_dataset_gets_nothing_and_all_of_it_once_it_goes_on() {
        mill.write(List.of(door(1, "a")));
        mill.commit();
        mill.paused.add(Mill.SILVER);
        mill.commit();

        assertThat(replay(mill).waitsFor()).isEqualTo("table " + Mill.SILVER + " is paused");

        mill.paused.clear();
        mill.commit();
        replay(mill);
        mill.commit();
        assertOnce(mill, "a");
    }

    @Test
    void a_replay_that_stops_after_any_number_of_steps_is_made_good_by_the_next() {
        for (int steps = 0; steps < MORE_STEPS_THAN_A_RUN_HAS; steps++) {
            Mill fresh = lake();
            fresh.write(List.of(door(1, "a"), row(2, "b")));
            fresh.commit();
            advance(run(fresh, fresh.ledger), steps);

            replay(fresh);
            fresh.commit();
            replay(fresh);
            fresh.commit();

            assertOnce(fresh, "a", "b");
        }
    }

    @Test
    void two_replays_at_once_write_everything_once_whatever_their_order() {
        for (int lead = 0; lead < MORE_STEPS_THAN_A_RUN_HAS; lead++) {
            Mill fresh = lake();
            fresh.write(List.of(door(1, "a"), row(2, "b")));
            fresh.commit();
            ReplayRun one = run(fresh, fresh.ledger);
            ReplayRun two = run(fresh, fresh.ledger);
            advance(one, lead);

            boolean more = true;
            while (more) {
                more = two.advance();
                more = one.advance() || more;
            }
            fresh.commit();

            assertOnce(fresh, "a", "b");
            assertThat(one.result().silver() + two.result().silver()).isEqualTo(2);
        }
    }

    @Test
    void a_replay_that_wakes_after_its_successor_changes_nothing() {
        for (int steps = 0; steps < MORE_STEPS_THAN_A_RUN_HAS; steps++) {
            Mill fresh = lake();
            fresh.write(List.of(door(1, "a"), row(2, "b")));
            fresh.commit();
            ReplayRun zombie = run(fresh, fresh.ledger);
            advance(zombie, steps);

            replay(fresh);
            fresh.commit();
            finish(zombie);
            fresh.commit();

            assertOnce(fresh, "a", "b");
        }
    }

    @Test
    void a_claim_whose_answer_was_lost_counts_once() {
        mill.write(List.of(door(1, "a")));
        mill.commit();

        ReplayRun run = run(mill, new AnswerLosingLedger(mill.ledger));
        finish(run);
        mill.commit();

        assertThat(run.result().silver()).isEqualTo(1);
        assertOnce(mill, "a");
    }

    @Test
    void an_event_that_its_sender_had_sent_again_is_a_duplicate_wherever_it_is_by_now() {
        int lookedAgain = stepsBefore(Step.CLAIM);
        for (int steps = 0; steps < lookedAgain; steps++) {
            Mill fresh = lake();
            fresh.write(List.of(door(1, "a"), door(2, "b")));
            fresh.commit();
            ReplayRun run = run(fresh, fresh.ledger);
            advance(run, steps);

            fresh.write(List.of(Mill.record(3, "a")));
            finish(run);
            fresh.commit();

            assertThat(run.result().duplicates())
                    .as("sent after %d steps", steps)
                    .isEqualTo(1);
            assertThat(fresh.ids(Mill.SILVER)).containsExactlyInAnyOrder("a", "b");
            assertThat(fresh.ids(Mill.BRONZE)).containsExactlyInAnyOrder("a", "a", "b");
            assertBalanced(fresh);
        }
    }

    @Test
    void an_event_that_had_come_again_before_is_found_in_silver_however_long_ago() {
        mill.write(List.of(door(1, "a")));
        mill.write(List.of(Mill.record(2, "a")));
        mill.commit();

        ReplayResult result = replay(mill);
        mill.commit();

        assertThat(result.duplicates()).isEqualTo(1);
        assertThat(mill.tables.rows(MARKS).get(0)).contains("duplicate");
        assertThat(mill.ids(Mill.SILVER)).containsExactly("a");
        assertThat(mill.counts()).containsExactly(new MinuteCounts("app_events", MINUTE, 2, 2, 0, 1, 0, 1, 0));
    }

    @Test
    void of_two_copies_in_quarantine_the_first_goes_to_silver() {
        mill.write(List.of(door(1, "a"), door(2, "a")));
        mill.commit();

        ReplayResult result = replay(mill);
        mill.commit();

        assertThat(result).isEqualTo(new ReplayResult(null, 2, 1, 1, 0, Map.of(), null));
        assertThat(mill.ids(Mill.SILVER)).containsExactly("a");
        assertBalanced(mill);
    }

    @Test
    void rows_beyond_the_limit_are_for_the_next_run() {
        mill.write(List.of(door(1, "a"), Mill.rejected(2, "{}"), door(3, "b")));
        mill.commit();
        Limits two = new Limits(2, 1_000_000);

        ReplayResult first = finish(run(mill, mill.ledger, request(null, false), two));
        mill.commit();
        ReplayResult second = finish(run(mill, mill.ledger, request(first.next(), false), two));
        mill.commit();

        assertThat(first.plus(second)).isEqualTo(new ReplayResult(null, 3, 2, 0, 0, Map.of("required", 1L), null));
        assertThat(second.next()).isNull();
        assertOnceInSilver(mill, "a", "b");
    }

    @Test
    void a_dry_run_says_what_would_become_of_the_rows_and_writes_nothing() {
        mill.write(List.of(door(1, "a"), door(2, "a"), Mill.rejected(3, "{}")));
        mill.commit();
        int objects = mill.store.list("").size();

        ReplayResult result = finish(run(mill, mill.ledger, request(null, true), ROOM));

        assertThat(result).isEqualTo(new ReplayResult(null, 3, 1, 1, 0, Map.of("required", 1L), null));
        assertThat(mill.store.list("")).hasSize(objects);
        assertThat(mill.ledger.head(ReplayShard.of("app_events"))).isEmpty();
    }

    @Test
    void a_message_of_another_protocol_is_read_as_one() {
        String track = """
                {"type":"track","event":"click","messageId":"a","userId":"u","timestamp":"2026-11-21T09:59:00Z"}""";
        Rejection why = new Rejection("required", "/event", "is required");
        mill.write(List.of(Mill.record(
                1, List.of(new Entry("app_events", "1.0.0", 0, null, track.getBytes(UTF_8), why, Protocol.SEGMENT)))));
        mill.commit();

        replay(mill);
        mill.commit();

        assertOnce(mill, "a");
    }

    @Test
    void a_shard_that_the_ledger_was_not_told_of_is_a_loss_and_no_beginning() {
        Mill lost = new Mill();

        assertThatThrownBy(() -> replay(lost))
                .isInstanceOf(LostLedgerException.class)
                .hasMessageStartingWith("Cannot open shard quarantine-app_events/replay");
    }

    private static void assertOnce(Mill mill, String... ids) {
        assertThat(mill.ids(Mill.BRONZE)).containsExactlyInAnyOrder(ids);
        assertThat(mill.tables.rows(MARKS)).hasSize(ids.length);
        assertOnceInSilver(mill, ids);
    }

    private static void assertOnceInSilver(Mill mill, String... ids) {
        assertThat(mill.ids(Mill.SILVER)).containsExactlyInAnyOrder(ids);
        assertBalanced(mill);
    }

    private static void assertBalanced(Mill mill) {
        assertThat(mill.counts()).allMatch(MinuteCounts::receivedBalances).allMatch(MinuteCounts::bronzeBalances);
        long silver = mill.counts().stream().mapToLong(MinuteCounts::silver).sum();
        long bronze = mill.counts().stream().mapToLong(MinuteCounts::bronze).sum();
        assertThat(mill.tables.rows(Mill.SILVER)).hasSize((int) silver);
        assertThat(mill.tables.rows(Mill.BRONZE)).hasSize((int) bronze);
    }

    private static ReplayResult replay(Mill mill) {
        return finish(run(mill, mill.ledger));
    }

    private static void advance(ReplayRun run, int steps) {
        for (int i = 0; i < steps; i++) {
            run.advance();
        }
    }

    /** Of a run that nobody disturbs. */
    private static int stepsBefore(Step step) {
        Mill fresh = lake();
        fresh.write(List.of(door(1, "a"), door(2, "b")));
        fresh.commit();
        ReplayRun run = run(fresh, fresh.ledger);
        int steps = 0;
        for (; run.next() != step; steps++) {
            run.advance();
        }
        return steps;
    }

    /** Does every claim and then loses the answer. */
    private static final class AnswerLosingLedger extends ForwardingLedger {
        AnswerLosingLedger(Ledger ledger) {
            super(ledger);
        }

        @Override
        public boolean claim(Head head, Claim claim) {
            boolean stands = super.claim(head, claim);
            throw new LedgerException("Cannot tell: " + stands, new IOException("connection reset"));
        }
    }
}
