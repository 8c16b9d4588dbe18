package io.millrace.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.dedup.Run;
import io.millrace.lake.rebuild.Evidence;
import io.millrace.lake.rebuild.LedgerCheck;
import io.millrace.lake.rebuild.LedgerImage;
import io.millrace.lake.rebuild.LostEvidenceException;
import io.millrace.lake.rebuild.Repair;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class LedgerRebuildTest {
    private final Mill mill = new Mill();
    private int number;

    @Test
    void a_ledger_that_is_lost_at_any_step_of_a_writer_is_rebuilt_and_traffic_goes_on() {
        for (int steps = 0; steps < 12; steps++) {
            Mill lake = used();
            WriterRun stopped = new WriterRun(lake.writer(), lake.shard, List.of(Mill.record(41, "w", "a")));
            for (int i = 0; i < steps; i++) {
                stopped.advance();
            }
            lake.ledger = new MemoryLedger();
            rebuild(lake);
            lake.write(List.of(Mill.record(41, "w", "a"), Mill.record(42, "x")));
            lake.commit();
            assertThat(lake.ids(Mill.BRONZE))
                    .as("lost after %d steps", steps)
                    .containsExactly("a", "b", "a", "c", "w", "a", "x");
            assertThat(lake.ids(Mill.SILVER)).as("lost after %d steps", steps).containsExactly("a", "b", "c", "w", "x");
        }
    }

    @Test
    void a_ledger_that_is_lost_at_any_step_of_a_committer_is_rebuilt_whoever_wakes_afterwards() {
        for (int steps = 0; steps < 30; steps++) {
            Mill lake = used();
            CommitterRun sleeper = new CommitterRun(lake.committer());
            for (int i = 0; i < steps; i++) {
                sleeper.advance();
            }
            lake.ledger = new MemoryLedger();
            rebuild(lake);
            lake.write(List.of(Mill.record(42, "x")));
            boolean more = true;
            while (more) {
                more = sleeper.advance();
            }
            lake.commit();
            lake.commit();
            assertThat(lake.ids(Mill.BRONZE)).as("lost after %d steps", steps).containsExactly("a", "b", "a", "c", "x");
        }
    }

    @Test
    void a_rebuild_that_stops_anywhere_is_made_good_by_the_next_and_writes_the_same() {
        Mill whole = used();
        MemoryLedger once = new MemoryLedger();
        List<Repair> repairs = image(whole).repairs();
        repairs.forEach(repair -> repair.in(once));
        for (int done = 0; done < repairs.size(); done++) {
            Mill lake = used();
            lake.ledger = new MemoryLedger();
            image(lake).repairs().stream().limit(done).forEach(repair -> repair.in(lake.ledger));
            rebuild(lake);
            assertThat(lake.ledger.heads()).isEqualTo(once.heads());
            assertThat(lake.ledger.claims(lake.shard, 0, 99)).isEqualTo(once.claims(lake.shard, 0, 99));
            assertThat(lake.ledger.lastFold()).isEqualTo(once.lastFold());
            assertThat(image(lake).lossesOf(lake.ledger)).isEmpty();
        }
    }

    @Test
    void an_older_ledger_is_brought_up_to_date() {
        Mill lake = used();
        MemoryLedger backup = lake.ledger.copy();
        lake.write(List.of(Mill.record(41, "w")));
        lake.commit();
        lake.write(List.of(Mill.record(42, "x")));
        lake.commit();
        lake.ledger = backup;
        assertThat(image(lake).lossesOf(backup)).isNotEmpty();
        rebuild(lake);
        assertThat(image(lake).lossesOf(backup)).isEmpty();
        lake.write(List.of(Mill.record(42, "x"), Mill.record(43, "y")));
        lake.commit();
        assertThat(lake.ids(Mill.BRONZE)).containsExactly("a", "b", "a", "c", "w", "x", "y");
    }

    @Test
    void a_healthy_ledger_lacks_nothing_whatever_is_under_way() {
        Mill lake = used();
        WriterRun writing = new WriterRun(lake.writer(), lake.shard, List.of(Mill.record(41, "w")));
        CommitterRun committing = new CommitterRun(lake.committer());
        boolean more = true;
        while (more) {
            assertThat(image(lake).lossesOf(lake.ledger)).isEmpty();
            more = writing.advance();
            more = committing.advance() || more;
        }
    }

    @Test
    void of_attempts_that_come_from_no_stream_only_what_was_folded_stands() {
        Mill lake = used();
        ShardId replay = new ShardId("quarantine-app_events", "replay");
        lake.ledger.begin(replay.stream(), Set.of(replay.shard()));
        lake.ledger.open(replay, Set.of());
        Head head = Head.start(replay);
        attempt(lake, replay, "died");
        lake.ledger.claim(head, attempt(lake, replay, "stood"));
        lake.commit();
        lake.ledger.claim(head.next(Position.of(1), "stood"), attempt(lake, replay, 2, "unfolded"));
        lake.ledger = new MemoryLedger();
        rebuild(lake);
        assertThat(lake.ledger.head(replay)).contains(head.next(Position.of(1), "stood"));
    }

    private static Claim attempt(Mill lake, ShardId shard, String id) {
        return attempt(lake, shard, 1, id);
    }

    private static Claim attempt(Mill lake, ShardId shard, long k, String id) {
        Position at = Position.of(k);
        ClaimBody body = new ClaimBody(id, shard, k, at, at, 0, 0, List.of(), List.of(), null, 0, Run.empty());
        String path = new LakeObjects(lake.store).attemptPath(shard, k, id);
        lake.store.write(path, ClaimBodyCodec.write(body));
        return new Claim(shard, k, id, at, path);
    }

    @Test
    void a_few_reads_tell_a_lost_ledger_from_a_young_or_a_busy_one() {
        Mill young = new Mill();
        assertThat(new LedgerCheck(young.ledger, young.store).losses()).isEmpty();
        Mill lake = used();
        MemoryLedger backup = lake.ledger.copy();
        assertThat(new LedgerCheck(backup, lake.store).losses()).isEmpty();
        lake.write(List.of(Mill.record(41, "w")));
        lake.write(List.of(Mill.record(42, "x")));
        assertThat(new LedgerCheck(lake.ledger, lake.store).losses()).isEmpty();
        assertThat(new LedgerCheck(backup, lake.store).losses())
                .singleElement()
                .asString()
                .contains("up to 3");
        assertThat(new LedgerCheck(backup, lake.store).isEmptied()).isFalse();
        assertThat(new LedgerCheck(new MemoryLedger(), lake.store).losses()).isNotEmpty();
        assertThat(new LedgerCheck(new MemoryLedger(), lake.store).isEmptied()).isTrue();
    }

    @Test
    void shards_that_were_never_claimed_from_may_still_begin() {
        Mill lake = used();
        lake.ledger = new MemoryLedger();
        rebuild(lake);
        assertThat(lake.ledger.mayBegin(new ShardId("events-g1", "shardId-000000000001")))
                .isTrue();
        assertThat(lake.ledger.mayBegin(lake.shard)).isFalse();
        assertThat(lake.ledger.open(lake.shard, Set.of())).isFalse();
    }

    @Test
    void a_child_gets_its_head_before_its_parent() {
        Mill lake = used();
        ShardId child = new ShardId("events-g1", "shardId-000000000001");
        lake.parents = Set.of(lake.shard);
        Mill.finish(new WriterRun(lake.writer(), child, List.of(Mill.record(100, "d"))));
        List<Repair> repairs = new ArrayList<>(image(lake).repairs());
        assertThat(repairs.get(repairs.size() - 2).toString()).startsWith("head of " + child);
        assertThat(repairs.get(repairs.size() - 1).toString()).startsWith("head of " + lake.shard);
    }

    @Test
    void a_table_that_holds_a_fold_nobody_made_is_no_evidence() {
        Mill lake = used();
        lake.commit();
        lake.tables.mark(Mill.SILVER, 99);
        assertThatThrownBy(() -> image(lake))
                .isInstanceOf(LostEvidenceException.class)
                .hasMessageContaining("table " + Mill.SILVER + " holds fold 99");
    }

    @Test
    void a_committer_that_goes_on_between_two_looks_contradicts_nothing() {
        Mill lake = used();
        FoldMarks afterACommit = table -> {
            lake.commit();
            return lake.tables.fold(table);
        };
        LedgerImage image = new Evidence(lake.store, afterACommit)
                .read(Map.of("events-g1", Set.of("shardId-000000000000", "shardId-000000000001")));
        assertThat(image.lossesOf(lake.ledger)).isEmpty();
        assertThat(image.repairs()).noneMatch(repair -> repair.in(lake.ledger));
    }

    /** A lake with three claims, of which one is folded and in its tables. */
    private Mill used() {
        Mill lake = number++ == 0 ? mill : new Mill();
        lake.write(List.of(Mill.record(1, "a", "b")));
        lake.commit();
        lake.write(List.of(Mill.record(2, "a")));
        lake.write(List.of(Mill.record(3, "c")));
        return lake;
    }

    private static LedgerImage image(Mill lake) {
        Map<String, Set<String>> streams = Map.of("events-g1", Set.of("shardId-000000000000", "shardId-000000000001"));
        return new Evidence(lake.store, lake.tables).read(streams);
    }

    private static void rebuild(Mill lake) {
        image(lake).repairs().forEach(repair -> repair.in(lake.ledger));
    }
}
