package io.millrace.dedup;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.store.MemoryStore;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class WindowTest {
    private static final long HOUR = 3_600_000;
    private static final WindowBounds BOUNDS = WindowBounds.of(Duration.ofHours(1));

    private final MemoryStore store = new MemoryStore();

    @Test
    void what_was_claimed_is_seen_and_nothing_else() {
        Window window = Window.empty().plus(run(0, 5_000), 0, BOUNDS);
        assertThat(window.seen(fingerprints(4_990, 5_010), store)).hasSize(10);
    }

    @Test
    void a_sealed_window_answers_the_same_and_so_does_its_file() {
        Window window = Window.empty()
                .plus(run(0, 5_000), 0, BOUNDS)
                .seal(store, "mem://one.run")
                .plus(run(5_000, 5_100), 1, BOUNDS)
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
        Window window = Window.empty().plus(run(0, 20_000), 0, BOUNDS).seal(store, "mem://one.run");
        int before = store.reads();
        window.seen(fingerprints(100_000, 110_000), store);
        assertThat(store.reads() - before).as("false positives of 10,000").isLessThan(20);
    }

    @Test
    void a_claim_stays_for_the_window_and_no_shorter() {
        Window window = Window.empty().plus(run(0, 1), 1_000, BOUNDS).plus(run(1, 2), 1_000 + HOUR, BOUNDS);
        assertThat(window.seen(fingerprints(0, 2), store)).hasSize(2);
        Window later = window.plus(run(2, 3), 1_001 + HOUR, BOUNDS);
        assertThat(later.seen(fingerprints(0, 3), store)).hasSize(2);
    }

    @Test
    void a_window_without_room_forgets_its_oldest_claims_and_says_how_far_back_it_reaches() {
        WindowBounds small = new WindowBounds(Duration.ofHours(1), 250);
        Window window = Window.empty();
        for (int minute = 0; minute < 10; minute++) {
            window = window.plus(run(minute * 100, minute * 100 + 100), minute * 60_000L, small);
        }
        assertThat(window.size()).isEqualTo(200);
        assertThat(window.seen(fingerprints(800, 1_000), store)).hasSize(200);
        assertThat(window.seen(fingerprints(0, 800), store)).isEmpty();
        assertThat(window.effective(9 * 60_000L, small.length())).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void what_was_forgotten_is_known_after_a_cold_start_too() {
        WindowBounds small = new WindowBounds(Duration.ofHours(1), 150);
        Window window = Window.empty()
                .plus(run(0, 100), 0, small)
                .plus(run(100, 200), 60_000, small)
                .seal(store, "mem://one.run");
        WindowFile.write(window, store, "mem://one.window");
        Window loaded = WindowFile.read(store, "mem://one.window");
        assertThat(loaded.effective(60_000, small.length())).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void a_window_with_room_reaches_back_for_its_length() {
        Window window = Window.empty().plus(run(0, 100), 0, BOUNDS).plus(run(100, 200), 2 * HOUR, BOUNDS);
        assertThat(window.size()).isEqualTo(100);
        assertThat(window.effective(2 * HOUR, BOUNDS.length())).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void a_claim_larger_than_the_room_is_kept_whole() {
        WindowBounds small = new WindowBounds(Duration.ofHours(1), 50);
        Window window = Window.empty().plus(run(0, 100), 0, small);
        assertThat(window.seen(fingerprints(0, 100), store)).hasSize(100);
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
