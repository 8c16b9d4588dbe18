package io.millrace.replay;

import static io.millrace.replay.ReplayWorld.advance;
import static io.millrace.replay.ReplayWorld.door;
import static io.millrace.replay.ReplayWorld.finish;
import static io.millrace.replay.ReplayWorld.lake;
import static io.millrace.replay.ReplayWorld.replay;
import static io.millrace.replay.ReplayWorld.row;
import static io.millrace.replay.ReplayWorld.run;
import static io.millrace.replay.ReplayedLake.assertBalanced;
import static io.millrace.replay.ReplayedLake.assertOnce;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.lake.Claim;
import io.millrace.lake.ForwardingLedger;
import io.millrace.lake.Head;
import io.millrace.lake.Ledger;
import io.millrace.lake.LedgerException;
import io.millrace.lake.Mill;
import io.millrace.replay.ReplayRun.Step;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Replays that end anywhere, run at once, lose an answer, or race with the sender: all is written once. */
final class ReplayFaultsTest {
    private static final int MORE_STEPS_THAN_A_RUN_HAS = 16;

    private final Mill mill = lake();

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
