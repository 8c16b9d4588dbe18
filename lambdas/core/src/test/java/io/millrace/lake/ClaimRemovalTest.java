package io.millrace.lake;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.dedup.Run;
import io.millrace.lake.rebuild.Evidence;
import io.millrace.lake.rebuild.LedgerImage;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Claims go a day after their fold, and never one that somebody asks for. */
final class ClaimRemovalTest {
    private static final Duration LATER = Duration.ofHours(25);
    private static final int CLAIMS = 40;

    private Mill mill = new Mill();

    @Test
    void claims_up_to_the_sealed_window_go_a_day_after_their_fold() {
        folded();
        assertThat(remove(Duration.ofHours(23))).isZero();
        assertThat(remove(LATER)).isEqualTo(Windows.SEAL_AFTER_CLAIMS);
        assertThat(kept()).startsWith(33L).endsWith(40L).hasSize(8);
        assertThat(remove(LATER)).isZero();
    }

    @Test
    void copies_are_found_as_before() {
        folded();
        remove(LATER);
        WriterRun copies =
                new WriterRun(mill.writer(), mill.shard, List.of(Mill.record(99, "e1", "e32", "e33", "e40", "new")));
        Mill.finish(copies);
        assertThat(copies.counts().get(0).duplicates()).isEqualTo(4);
        assertThat(copies.counts().get(0).silver()).isEqualTo(1);
    }

    @Test
    void a_claim_that_no_fold_has_stays_however_old_it_is() {
        write();
        assertThat(remove(Duration.ofDays(99))).isZero();
        mill.commit();
        assertThat(mill.ids(Mill.BRONZE)).hasSize(CLAIMS);
    }

    @Test
    void a_claim_whose_fold_a_table_lacks_stays_whether_the_committer_died_or_the_table_is_paused() {
        write();
        CommitterRun died = new CommitterRun(mill.committer());
        while (died.next() != CommitterRun.Step.APPEND) {
            died.advance();
        }
        assertThat(remove(Duration.ofDays(99))).isZero();
        mill = new Mill();
        mill.paused.add(Mill.SILVER);
        folded();
        assertThat(mill.ids(Mill.BRONZE)).hasSize(CLAIMS);
        assertThat(remove(Duration.ofDays(99))).isZero();
        mill.paused.clear();
        mill.commit();
        assertThat(remove(LATER)).isEqualTo(Windows.SEAL_AFTER_CLAIMS);
    }

    @Test
    void nothing_goes_while_a_table_does_not_follow_the_ledger() {
        folded();
        mill.tables.mark(Mill.SILVER, 99);
        ClaimRemoval removal = removal(LATER);
        finish(removal);
        assertThat(removal.refusal()).hasValueSatisfying(why -> assertThat(why).contains(Mill.SILVER));
        assertThat(kept()).hasSize(CLAIMS);
    }

    @Test
    void a_shard_rests_once_its_newest_claim_is_settled_and_wakes_with_its_next_record() {
        folded();
        remove(Duration.ofHours(23));
        assertThat(mill.ledger.awake()).hasSize(1);
        remove(LATER);
        assertThat(mill.ledger.awake()).isEmpty();
        mill.commit();
        mill.write(List.of(Mill.record(99, "e40", "new")));
        assertThat(mill.ledger.awake()).hasSize(1);
        mill.commit();
        assertThat(mill.ids(Mill.BRONZE)).hasSize(CLAIMS + 2);
        assertThat(mill.ids(Mill.SILVER)).hasSize(CLAIMS + 1);
    }

    @Test
    void a_shard_with_a_claim_that_no_fold_has_does_not_rest() {
        folded();
        mill.write(List.of(Mill.record(99, "new")));
        remove(LATER);
        assertThat(mill.ledger.awake()).hasSize(1);
        mill.commit();
        assertThat(mill.ids(Mill.SILVER)).hasSize(CLAIMS + 1);
    }

    @Test
    void one_that_ends_anywhere_is_made_good_by_the_next() {
        for (int steps = 0; steps < CLAIMS; steps += 3) {
            mill = new Mill();
            folded();
            ClaimRemoval ended = removal(LATER);
            for (int i = 0; i < steps; i++) {
                ended.advance();
            }
            remove(LATER);
            assertThat(kept()).as("ended after %d steps", steps).startsWith(33L).hasSize(8);
        }
    }

    @Test
    void two_at_once_remove_each_claim_once_while_a_writer_and_a_committer_go_on() {
        for (int lead = 0; lead < CLAIMS; lead += 3) {
            mill = new Mill();
            folded();
            ClaimRemoval one = removal(LATER);
            for (int i = 0; i < lead; i++) {
                one.advance();
            }
            ClaimRemoval other = removal(LATER);
            WriterRun writer = new WriterRun(mill.writer(), mill.shard, List.of(Mill.record(99, "e1", "e40", "new")));
            CommitterRun committer = new CommitterRun(mill.committer());
            boolean more = true;
            while (more) {
                more = one.advance();
                more = other.advance() || more;
                more = writer.advance() || more;
                more = committer.advance() || more;
            }
            mill.commit();
            assertThat(one.removed() + other.removed()).isEqualTo(Windows.SEAL_AFTER_CLAIMS);
            assertThat(mill.ids(Mill.BRONZE)).hasSize(CLAIMS + 3);
            assertThat(mill.ids(Mill.SILVER)).hasSize(CLAIMS + 1);
        }
    }

    @Test
    void a_writer_that_slept_while_its_claims_were_forgotten_reads_the_head_again() {
        for (int claims = 0; claims < CLAIMS; claims++) {
            mill = new Mill();
            WriterServices others = mill.writer();
            for (int i = 1; i <= claims; i++) {
                Mill.finish(new WriterRun(others, mill.shard, List.of(Mill.record(i, "e" + i))));
            }
            WriterRun sleeper = new WriterRun(mill.writer(), mill.shard, List.of(Mill.record(claims + 1, "late")));
            while (sleeper.next() != WriterRun.Step.LOAD_WINDOW) {
                sleeper.advance();
            }
            for (int i = claims + 1; i <= CLAIMS; i++) {
                Mill.finish(new WriterRun(others, mill.shard, List.of(Mill.record(i, "e" + i))));
            }
            mill.commit();
            remove(LATER);
            Mill.finish(sleeper);
            mill.commit();
            assertThat(mill.ids(Mill.SILVER))
                    .as("asleep after %d claims", claims)
                    .hasSize(CLAIMS);
        }
    }

    @Test
    void what_a_rebuild_asks_for_is_all_there() {
        folded();
        mill.write(List.of(Mill.record(50, "x")));
        remove(LATER);
        LedgerImage image =
                new Evidence(mill.store, mill.tables).read(Map.of(mill.shard.stream(), Set.of(mill.shard.shard())));
        assertThat(image.lossesOf(mill.ledger)).isEmpty();
        assertThat(image.repairs()).noneMatch(repair -> repair.in(mill.ledger));
    }

    @Test
    void a_shard_whose_events_come_from_no_stream_keeps_its_newest_claim_alone() {
        ShardId replay = new ShardId("quarantine-app_events", "replay");
        mill.ledger.begin(replay.stream(), Set.of(replay.shard()));
        mill.ledger.open(replay, Set.of());
        Head head = Head.start(replay);
        for (long k = 1; k <= 3; k++) {
            Position at = Position.of(k);
            String id = "r" + k;
            ClaimBody body = new ClaimBody(id, replay, k, at, at, 0, 0, List.of(), List.of(), null, 0, Run.empty());
            String path = new LakeObjects(mill.store).attemptPath(replay, k, id);
            mill.store.write(path, ClaimBodyCodec.write(body));
            mill.ledger.claim(head, new Claim(replay, k, id, at, path));
            head = head.next(at, id);
        }
        mill.commit();
        assertThat(remove(LATER)).isEqualTo(2);
        assertThat(mill.ledger.claims(replay, 0, 9)).extracting(Claim::k).containsExactly(3L);
        assertThat(mill.ledger.awake()).extracting(Head::shard).contains(replay);
    }

    private void write() {
        for (int i = 1; i <= CLAIMS; i++) {
            mill.write(List.of(Mill.record(i, "e" + i)));
        }
    }

    private void folded() {
        WriterServices writer = mill.writer();
        for (int i = 1; i <= CLAIMS; i++) {
            Mill.finish(new WriterRun(writer, mill.shard, List.of(Mill.record(i, "e" + i))));
            if (i % 10 == 0) {
                mill.commit();
            }
        }
    }

    private long remove(Duration later) {
        ClaimRemoval removal = removal(later);
        finish(removal);
        assertThat(removal.refusal()).isEmpty();
        return removal.removed();
    }

    private ClaimRemoval removal(Duration later) {
        Clock clock = Clock.fixed(Mill.NOW.plus(later), ZoneOffset.UTC);
        return new ClaimRemoval(mill.ledger, mill.store, mill.tables, clock, ClaimRemoval.AGE);
    }

    private static void finish(ClaimRemoval removal) {
        while (removal.advance()) {
            // Every step is in the run.
        }
    }

    private List<Long> kept() {
        return mill.ledger.claims(mill.shard, 0, 999).stream().map(Claim::k).toList();
    }
}
