package io.millrace.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WaitingTest {
    private static final Duration AT_ONCE = Duration.ofMillis(-1);
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration NO_PAUSE = Duration.ZERO;

    private final List<String> told = new ArrayList<>();

    @Test
    void looksUntilSomethingHoldsAndTellsWhatForMeanwhile() throws Exception {
        Iterator<Boolean> looks = List.of(false, false, true).iterator();

        Waiting.atMost(LONG, NO_PAUSE).telling(told::add).until("a fold", looks::next, IllegalStateException::new);

        assertThat(told).containsExactly("a fold", "a fold");
        assertThat(looks).isExhausted();
    }

    @Test
    void saysWhatItWaitedForWhenTheTimeIsOver() {
        Waiting waiting = Waiting.atMost(AT_ONCE, LONG).telling(told::add);

        assertThatThrownBy(() -> waiting.until("a fold", () -> false, what -> new IllegalStateException("no " + what)))
                .hasMessage("no a fold");
        assertThat(told).isEmpty();
    }

    @Test
    void looksOnceHoweverShortTheTimeIs() throws Exception {
        Waiting waiting = Waiting.atMost(AT_ONCE, LONG);

        waiting.until("a fold", () -> true, IllegalStateException::new);

        assertThat(waiting.find("a fold", () -> Optional.of(7))).contains(7);
    }

    @Test
    void findsNothingWhenTheTimeIsOver() throws Exception {
        assertThat(Waiting.atMost(AT_ONCE, LONG).find("a fold", Optional::empty))
                .isEmpty();
    }

    @Test
    void keepsItsEndWithAnotherInterval() throws Exception {
        assertThat(Waiting.atMost(AT_ONCE, LONG).every(NO_PAUSE).again("a fold"))
                .isFalse();
    }
}
