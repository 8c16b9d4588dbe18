package io.millrace.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.dedup.Fingerprint;
import io.millrace.dedup.Run;
import io.millrace.dedup.Window;
import io.millrace.dedup.WindowBounds;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class WindowsTest {
    private final Mill mill = new Mill();

    @Test
    void a_process_that_was_passed_over_reads_only_what_was_claimed_since() {
        WriterServices one = mill.writer();
        WriterServices other = mill.writer();
        for (int i = 0; i < 20; i++) {
            write(one, i);
        }
        write(other, 20);
        int before = mill.store.reads();
        write(one, 21);
        assertThat(mill.store.reads() - before)
                .as("the body of the one claim between")
                .isEqualTo(1);
    }

    @Test
    void copies_are_found_whichever_of_two_processes_gets_them() {
        WriterServices one = mill.writer();
        WriterServices other = mill.writer();
        for (int i = 0; i < 100; i++) {
            writeAs(i % 3 == 0 ? one : other, 2L * i, "e" + i);
            WriterRun copy = writeAs(i % 2 == 0 ? one : other, 2 * i + 1, "e" + (i - i % 40));
            assertThat(copy.counts().get(0).duplicates()).isEqualTo(1);
        }
    }

    @Test
    void a_head_whose_claim_is_gone_is_a_lost_ledger_and_says_nothing_against_the_records() {
        writeAs(mill.writer(), 1, "a");
        Head head = mill.ledger.head(mill.shard).orElseThrow();
        Windows windows = mill.writer(new MemoryLedger()).windows();
        assertThatThrownBy(() -> windows.at(head)).isInstanceOf(LostLedgerException.class);
    }

    @Test
    void a_child_that_was_never_claimed_from_does_not_start_without_its_parent() {
        Head child = Head.start(new ShardId(mill.shard.stream(), "shardId-000000000001"));
        mill.parents = Set.of(mill.shard);
        Windows windows = mill.writer(new MemoryLedger()).windows();
        assertThatThrownBy(() -> windows.at(child))
                .isInstanceOf(LostLedgerException.class)
                .hasMessageEndingWith("the ledger lacks its parent " + mill.shard);
    }

    @Test
    void a_child_that_was_never_claimed_from_does_not_start_with_half_of_its_parent() {
        MemoryLedger older = new MemoryLedger();
        older.begin(mill.shard.stream(), Set.of(mill.shard.shard()));
        older.open(mill.shard, Set.of());
        writeAs(mill.writer(), 1, "a");
        Head child = Head.start(new ShardId(mill.shard.stream(), "shardId-000000000001"));
        mill.parents = Set.of(mill.shard);
        Windows windows = mill.writer(older).windows();
        assertThatThrownBy(() -> windows.at(child))
                .isInstanceOf(LostLedgerException.class)
                .hasMessageEndingWith("the ledger lacks claims of its parent " + mill.shard);
    }

    @Test
    void a_parent_that_was_never_claimed_from_and_not_rebuilt_hands_on_what_it_inherited() {
        ShardId parent = new ShardId(mill.shard.stream(), "shardId-000000000001");
        ShardId child = new ShardId(mill.shard.stream(), "shardId-000000000002");
        Map<ShardId, Set<ShardId>> parents = Map.of(child, Set.of(parent), parent, Set.of(mill.shard));
        Lineage lineage = shard -> parents.getOrDefault(shard, Set.of());
        writeAs(mill.writer(), 1, "a");
        Mill.finish(new WriterRun(with(mill.ledger, lineage), child, List.of(Mill.record(2, "b"))));

        MemoryLedger rebuilt = new MemoryLedger();
        for (ShardId claimed : List.of(mill.shard, child)) {
            mill.ledger.claims(claimed, 0, 10).forEach(rebuilt::restore);
            rebuilt.restore(mill.ledger.head(claimed).orElseThrow());
        }
        WriterRun copy = new WriterRun(with(rebuilt, lineage), child, List.of(Mill.record(3, "a")));
        Mill.finish(copy);

        assertThat(copy.counts().get(0).duplicates()).isEqualTo(1);
    }

    private WriterServices with(Ledger ledger, Lineage lineage) {
        WriterServices services = mill.writer(ledger);
        return new WriterServices(
                ledger,
                services.store(),
                services.tables(),
                new ShardOpening(ledger, lineage),
                services.wake(),
                new Windows(ledger, services.store(), lineage, Duration.ofMinutes(60), services.ids()),
                services.reader(),
                services.clock(),
                services.ids());
    }

    @Test
    void a_run_tells_how_its_window_stands() {
        WriterRun run = writeAs(mill.writer(), 1, "a");
        assertThat(run.window()).hasValueSatisfying(window -> {
            assertThat(window.effective()).isEqualTo(Duration.ofMinutes(60));
            assertThat(window.fingerprints()).isEqualTo(1);
            assertThat(window.bytes()).isPositive().isEqualTo(window.allBytes());
        });
    }

    @Test
    void a_claim_that_was_taken_over_never_leads_back_to_an_older_sealed_window() {
        Windows windows = mill.writer().windows();
        Position at = Position.of(1);
        ClaimBody sealed = new ClaimBody(
                "c41", mill.shard, 41, at, at, 0, 0, List.of(), List.of(), "mem://40.window", 40, Run.empty());
        Windows.Tagged joined = windows.join(tagged(Window.empty()), sealed);
        assertThat(joined.sealedK()).isEqualTo(40);
        assertThat(joined.sealedPath()).isEqualTo("mem://40.window");
    }

    @Test
    void memory_holds_the_windows_that_were_used_last_and_no_more_than_it_may() {
        Window window = Window.empty()
                .plus(
                        Run.of(IntStream.range(0, 1_000)
                                .mapToObj(i -> Fingerprint.of("d", "s", "e" + i))
                                .toList()),
                        0,
                        WindowBounds.of(Duration.ofHours(1)));
        WindowCache cache = new WindowCache(3 * window.memoryBytes());
        for (String shard : List.of("a", "b", "c")) {
            cache.put(new ShardId("g1", shard), tagged(window));
        }
        cache.get(new ShardId("g1", "a"));
        cache.put(new ShardId("g1", "d"), tagged(window));
        assertThat(cache.get(new ShardId("g1", "b"))).isNull();
        assertThat(cache.get(new ShardId("g1", "a"))).isNotNull();
        assertThat(cache.bytes()).isEqualTo(3 * window.memoryBytes());
    }

    private static Windows.Tagged tagged(Window window) {
        return new Windows.Tagged(window, "c1", 1, null, 0);
    }

    private WriterRun write(WriterServices services, int number) {
        return writeAs(services, number, "e" + number);
    }

    private WriterRun writeAs(WriterServices services, long position, String eventId) {
        WriterRun run = new WriterRun(services, mill.shard, List.of(Mill.record(position, eventId)));
        Mill.finish(run);
        return run;
    }
}
