package io.millrace.serving.query;

import io.millrace.serving.http.RefusalException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Waits for a query's end, and stops one that does not come to it in time. */
public final class Waiting {
    private static final Duration FIRST_LOOK = Duration.ofMillis(20);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);

    private final Engine engine;
    private final InstantSource clock;
    private final Pause pause;

    /** How time is spent. */
    public interface Pause {
        void take(Duration time) throws InterruptedException;
    }

    public Waiting(Engine engine, InstantSource clock, Pause pause) {
        this.engine = engine;
        this.clock = clock;
        this.pause = pause;
    }

    /** @throws RefusalException when the query did not succeed, or not before the deadline */
    Execution end(String id, Instant deadline) throws RefusalException, InterruptedException {
        Duration next = FIRST_LOOK;
        while (true) {
            Execution execution = EngineCall.answered(() -> engine.execution(id));
            switch (execution.state()) {
                case SUCCEEDED -> {
                    return execution;
                }
                case FAILED, STOPPED -> throw Failure.of(execution);
                case RUNNING -> {
                    if (!clock.instant().plus(next).isBefore(deadline)) {
                        throw late(id);
                    }
                }
            }
            pause.take(next);
            next = next.multipliedBy(3).dividedBy(2);
            next = next.compareTo(LONGEST_PAUSE) < 0 ? next : LONGEST_PAUSE;
        }
    }

    private RefusalException late(String id) {
        RefusalException late = new RefusalException(
                504, "query_timeout", "Cannot finish the query in time: it was stopped; ask for less at once");
        try {
            engine.stop(id);
        } catch (EngineException e) {
            // It ends by the engine's own limits; the sender is told the same.
            late.addSuppressed(e);
        }
        return late;
    }
}
