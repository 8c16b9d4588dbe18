package io.millrace.dedup;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.store.MemoryStore;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class WindowTest {
    private static final long HOUR = 3_600_000;

    private final MemoryStore store = new MemoryStore();

    @Test
    void what_was_claimed_is_seen_and_nothing_else() {
        Window window = Window.empty().plus(run(0, 5_000), 0, HOUR);
        assertThat(window.seen(fingerprints(4_990, 5_010), store)).hasSize(10);
    }

    @Test
    void a_sealed_window_answers_the_same_and_so_does_its_file() {
        Window window = Window.empty()
                .plus(run(0, 5_000), 0, HOUR)
                .seal(store, "mem://one.run")
                .plus(run(5_000, 5_100), 1, HOUR)
                .seal(store, "mem://two.run");
        WindowFile.write(window, store, "mem://two.window");
        Window loaded = WindowFile.read(store, "mem://two.window");
        for (Window each : List.of(window, loaded)) {
            assertThat(each.seen(fingerprints(0, 5_100), store)).hasSize(5_100);
            assertThat(each.seen(fingerprints(5_100, 20_000), store)).isEmpty();
            assertThat(each.size()).isEqualTo(5_100);
        }
    }

    @Test
    void events_that_are_new_seldom_cost_a_read() {
        Window window = Window.empty().plus(run(0, 20_000), 0, HOUR).seal(store, "mem://one.run");
        int before = store.reads();
        window.seen(fingerprints(100_000, 110_000), store);
        assertThat(store.reads() - before).as("false positives of 10,000").isLessThan(200);
    }

    @Test
    void a_claim_stays_for_the_window_and_no_shorter() {
        Window window = Window.empty().plus(run(0, 1), 1_000, HOUR).plus(run(1, 2), 1_000 + HOUR, HOUR);
        assertThat(window.seen(fingerprints(0, 2), store)).hasSize(2);
        Window later = window.plus(run(2, 3), 1_001 + HOUR, HOUR);
        assertThat(later.seen(fingerprints(0, 3), store)).hasSize(2);
    }

    @Test
    void the_source_is_part_of_an_event_s_identity() {
        assertThat(Fingerprint.of("d", "shop", "1")).isNotEqualTo(Fingerprint.of("d", "app", "1"));
        assertThat(Fingerprint.of("d", "a", "bc")).isNotEqualTo(Fingerprint.of("d", "ab", "c"));
    }

    private static Run run(int from, int to) {
        return Run.of(fingerprints(from, to));
    }

    private static List<Fingerprint> fingerprints(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> Fingerprint.of("app_events", "shop", "event-" + i))
                .toList();
    }
}
