package io.millrace.quarantine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.audit.NotSettledException;
import io.millrace.replay.Cursor;
import io.millrace.replay.ReplayFilter;
import io.millrace.replay.ReplayRequest;
import io.millrace.replay.ReplayResult;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReplayingTest {
    private static final ReplayFilter FILTER =
            new ReplayFilter("orders", null, "", "", "", "", Instant.EPOCH, Instant.EPOCH.plusSeconds(1));
    private static final Cursor MIDDLE = new Cursor(5, "s/0/1/0", "door");

    private final Deque<ReplayResult> answers = new ArrayDeque<>();
    private final List<ReplayRequest> asked = new ArrayList<>();

    @Test
    void runsUntilAllRowsWereLookedAt() throws InterruptedException {
        answers.add(done(3, MIDDLE));
        answers.add(done(2, null));

        ReplayResult all = replaying(Duration.ZERO).replay(FILTER, true);

        assertThat(all).isEqualTo(new ReplayResult(null, 5, 5, 0, 0, Map.of("type", 2L), null));
        assertThat(asked)
                .containsExactly(new ReplayRequest(FILTER, null, true), new ReplayRequest(FILTER, MIDDLE, true));
    }

    @Test
    void asksAgainFromTheSamePlaceWhileACommitIsWaitedFor() throws InterruptedException {
        answers.add(done(3, MIDDLE));
        answers.add(new ReplayResult("an earlier replay waits for a commit", 0, 0, 0, 0, Map.of(), MIDDLE));
        answers.add(done(2, null));

        assertThat(replaying(Duration.ofMinutes(1)).replay(FILTER, false).silver())
                .isEqualTo(5);
        assertThat(asked).extracting(ReplayRequest::after).containsExactly(null, MIDDLE, MIDDLE);
    }

    @Test
    void saysWhatItWaitedForWhenThePatienceIsOver() {
        answers.add(new ReplayResult("table x waits for a commit", 0, 0, 0, 0, Map.of(), null));

        assertThatThrownBy(() -> replaying(Duration.ofSeconds(-1)).replay(FILTER, false))
                .isInstanceOf(NotSettledException.class)
                .hasMessageStartingWith("Cannot replay quarantine of orders")
                .hasMessageEndingWith("table x waits for a commit");
    }

    private Replaying replaying(Duration patience) {
        return new Replaying(
                request -> {
                    asked.add(request);
                    return answers.remove();
                },
                Duration.ZERO,
                patience,
                unused -> {});
    }

    private static ReplayResult done(long rows, @Nullable Cursor next) {
        return new ReplayResult(null, rows, rows, 0, 0, Map.of("type", 1L), next);
    }
}
