package io.millrace.replay;

import static io.millrace.replay.ReplayWorld.MARKS;
import static io.millrace.replay.ReplayWorld.ROOM;
import static io.millrace.replay.ReplayWorld.door;
import static io.millrace.replay.ReplayWorld.finish;
import static io.millrace.replay.ReplayWorld.lake;
import static io.millrace.replay.ReplayWorld.replay;
import static io.millrace.replay.ReplayWorld.request;
import static io.millrace.replay.ReplayWorld.row;
import static io.millrace.replay.ReplayWorld.run;
import static io.millrace.replay.ReplayedLake.assertBalanced;
import static io.millrace.replay.ReplayedLake.assertOnce;
import static io.millrace.replay.ReplayedLake.assertOnceInSilver;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.frame.Entry;
import io.millrace.frame.Rejection;
import io.millrace.lake.LostLedgerException;
import io.millrace.lake.Mill;
import io.millrace.lake.MinuteCounts;
import io.millrace.protocol.Protocol;
import io.millrace.replay.ReplayTables.Limits;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ReplayRunTest {
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
}
