package io.millrace.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.lake.Claim;
import io.millrace.lake.ClaimBodyCodec;
import io.millrace.lake.LostLedgerException;
import io.millrace.lake.MemoryLedger;
import io.millrace.lake.MinuteCounts;
import io.millrace.lake.MinuteTally;
import io.millrace.store.MemoryStore;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ExactRunTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T02:00:00Z"), ZoneOffset.UTC);
    /** One row of two copies of b and two of three of c, in the minutes of their receipt. */
    private static final List<MinuteCounts> BOOKED = List.of(booking(70, 2), booking(90, 1));

    private final MemoryStore store = new MemoryStore();
    private final MemorySilver silver = new MemorySilver();
    private final MemoryLedger ledger = new MemoryLedger();
    private final AtomicInteger ids = new AtomicInteger();
    private int wakes;

    @BeforeEach
    void copies() {
        silver.add("a", 0, "g1/s/1/0");
        silver.add("b", 0, "g1/s/1/1");
        silver.add("c", 0, "g1/s/1/2");
        silver.add("b", 70, "g1/s/5/0");
        silver.add("c", 70, "g1/s/5/1");
        silver.add("c", 90, "g1/s/7/0");
    }

    @Test
    void copies_go_and_are_booked_as_duplicates_in_the_minute_of_their_receipt() {
        ExactRun run = finished(run());
        assertThat(silver.rows).hasSize(3);
        assertThat(run.removed()).isEqualTo(3);
        assertThat(booked()).isEqualTo(BOOKED).allMatch(MinuteCounts::bronzeBalances);
        assertThat(wakes).isEqualTo(1);
    }

    @Test
    void a_second_pass_changes_nothing() {
        finished(run());
        assertThat(finished(run()).removed()).isZero();
        assertThat(booked()).isEqualTo(BOOKED);
    }

    @Test
    void a_later_copy_is_taken_by_the_next_pass() {
        finished(run());
        silver.add("a", 300, "g1/s/90/0");
        finished(run());
        assertThat(silver.rows).hasSize(3);
        assertThat(booked()).contains(booking(300, 1));
    }

    @Test
    void wherever_a_run_ends_the_next_one_leaves_and_books_each_event_once() {
        int steps = 1;
        for (ExactRun counted = run(); counted.advance(); ) {
            steps++;
        }
        for (int end = 0; end <= steps; end++) {
            ExactRunTest other = new ExactRunTest();
            other.copies();
            other.endsAfter(end);
        }
    }

    @Test
    void two_runs_at_once_leave_and_book_each_event_once_in_whatever_order() {
        for (int order = 0; order < 1 << 12; order++) {
            ExactRunTest other = new ExactRunTest();
            other.copies();
            other.interleaved(order);
        }
    }

    @Test
    void a_pass_whose_answer_was_lost_is_booked_once() {
        silver.loseAnswers(1);
        finished(run());
        assertThat(silver.commits()).isEqualTo(1);
        assertThat(booked()).isEqualTo(BOOKED);
        assertThat(wakes).isEqualTo(1);
    }

    @Test
    void a_table_that_is_ahead_of_the_ledger_is_not_touched() {
        silver.mark(new PassMark(7, "mem://system/exact/7.json"));
        assertThatThrownBy(() -> finished(run()))
                .isInstanceOf(LostLedgerException.class)
                .hasMessage("Cannot deduplicate test.app_events_silver: it holds pass 7, the ledger has booked 0");
        assertThat(silver.rows).hasSize(6);
    }

    private void endsAfter(int steps) {
        ExactRun ended = run();
        for (int i = 0; i < steps; i++) {
            ended.advance();
        }
        finished(run());
        assertThat(silver.rows).as("after %d steps", steps).hasSize(3);
        assertThat(booked()).as("after %d steps", steps).isEqualTo(BOOKED);
    }

    private void interleaved(int order) {
        ExactRun one = run();
        ExactRun other = run();
        for (int i = 0; i < 12; i++) {
            ((order >> i & 1) == 0 ? one : other).advance();
        }
        finished(one);
        finished(other);
        assertThat(silver.rows).as("order %d", order).hasSize(3);
        assertThat(silver.commits()).as("order %d", order).isEqualTo(1);
        assertThat(booked()).as("order %d", order).isEqualTo(BOOKED);
    }

    private ExactRun run() {
        return new ExactRun(
                new ExactServices(ledger, store, silver, () -> wakes++, CLOCK, () -> "id" + ids.incrementAndGet()));
    }

    private static ExactRun finished(ExactRun run) {
        while (run.advance()) {
            // Every step is in the run.
        }
        return run;
    }

    private List<MinuteCounts> booked() {
        MinuteTally tally = new MinuteTally();
        for (Claim claim : ledger.claims(ExactRun.shard(silver.name()), 0, 100)) {
            tally.addAll(ClaimBodyCodec.read(store.read(claim.body())).counts());
        }
        return tally.list();
    }

    private static MinuteCounts booking(long minute, long rows) {
        return new MinuteCounts("app_events", minute, 0, 0, 0, -rows, 0, rows, 0);
    }
}
