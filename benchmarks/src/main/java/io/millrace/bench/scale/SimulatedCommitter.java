package io.millrace.bench.scale;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.millrace.bench.lake.CallCount;
import io.millrace.bench.lake.CountedLedger;
import io.millrace.bench.lake.CountedStore;
import io.millrace.bench.measure.CpuClock;
import io.millrace.lake.CommitterServices;
import io.millrace.lake.Ledger;
import io.millrace.lake.Tables;
import io.millrace.lake.aws.CommitterHandler;
import io.millrace.store.ObjectStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** The committer function with its two clocks: the queue that claims wake it through, and the schedule. */
final class SimulatedCommitter {
    /** How often the schedule wakes it. */
    static final Duration SCHEDULE_EVERY = Duration.ofMinutes(1);

    private static final String QUEUE = "{\"Records\":[{\"body\":\"{}\"}]}";
    private static final String SCHEDULE = "{\"source\":\"aws.events\"}";

    private final CallCount calls = new CallCount();
    private final CommitterHandler function;
    private final Clock clock;
    private boolean woken;
    private Instant nextSchedule;
    private long nanos;

    /** @param interval between two folds */
    SimulatedCommitter(
            Ledger ledger, ObjectStore store, Tables tables, Clock clock, Supplier<String> ids, Duration interval) {
        this.clock = clock;
        this.nextSchedule = clock.instant().plus(SCHEDULE_EVERY);
        this.function = new CommitterHandler(
                new CommitterServices(
                        new CountedLedger(ledger, calls),
                        new CountedStore(store, calls),
                        tables,
                        this::wake,
                        clock,
                        ids,
                        CommitterHandler.MAX_CLAIMS),
                interval,
                "scale",
                new PrintStream(OutputStream.nullOutputStream(), false, UTF_8));
    }

    /** Sends it a message. */
    void wake() {
        woken = true;
    }

    /** Whether a message waits for it. */
    boolean isWoken() {
        return woken;
    }

    /** Runs it for the message that waits, if one does. */
    void takeMessage() {
        if (woken) {
            woken = false;
            run(QUEUE);
        }
    }

    /** Runs it if its schedule says so. */
    void keepSchedule() {
        if (!clock.instant().isBefore(nextSchedule)) {
            run(SCHEDULE);
            nextSchedule = clock.instant().plus(SCHEDULE_EVERY);
        }
    }

    /** What it has used since the last time. */
    FoldFigures take() {
        FoldFigures used = FoldFigures.of(calls.take(), nanos);
        nanos = 0;
        return used;
    }

    private void run(String event) {
        long before = CpuClock.threadNanos();
        try {
            function.handleRequest(
                    new ByteArrayInputStream(event.getBytes(UTF_8)), OutputStream.nullOutputStream(), null);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot run the committer", e);
        }
        nanos += CpuClock.threadNanos() - before;
    }
}
