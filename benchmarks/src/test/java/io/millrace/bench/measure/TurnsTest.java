package io.millrace.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private final List<String> done = new ArrayList<>();

    @Test
    void everySecondTurnGoesTheOtherWayRound() throws IOException {
        turns().take(1, 2, progress -> {});

        assertThat(done).containsExactly("a", "b", "b", "a", "a", "b");
    }

    @Test
    void warmingUpDoesNotCount() throws IOException {
        Timings timings = turns().take(3, 2, progress -> {});

        assertThat(timings.of("a").thread().values()).hasSize(2);
    }

    @Test
    void figuresAreNanosecondsPerEvent() throws IOException {
        Timing timing = turns().take(0, 1, progress -> {}).of("b");

        assertThat(timing.thread().values()).containsExactly(5.0);
        assertThat(timing.process().values()).containsExactly(7.0);
    }

    @Test
    void tellsEveryFigureWithItsUnit() throws IOException {
        assertThat(turns().take(0, 1, progress -> {}).samples())
                .containsOnlyKeys(
                        "a, ns of the thread per event",
                        "a, ns of the process per event",
                        "b, ns of the thread per event",
                        "b, ns of the process per event");
    }

    @Test
    void namesAreOnce() {
        assertThatThrownBy(() -> turns().with("a", () -> doing("a"))).isInstanceOf(IllegalArgumentException.class);
    }

    private Turns turns() {
        return new Turns().with("a", () -> doing("a")).with("b", () -> doing("b"));
    }

    private Metered.Reading doing(String name) {
        done.add(name);
        return new Metered.Reading(10, 50, 70);
    }
}
