package io.millrace.ingest;

import io.millrace.ingest.RecordStream.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Puts records until every one is durable or the deadline has come, waiting between tries (exponential backoff, full
 * jitter). Records of one list may be taken in any order; a list is begun when the one before it is durable.
 */
final class Publisher {
    private static final Duration FIRST_WAIT = Duration.ofMillis(50);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    private final RecordStream stream;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Pause pause;

    /** Waits. */
    interface Pause {
        void sleep(Duration time) throws InterruptedException;
    }

    Publisher(RecordStream stream, InstantSource clock, RandomGenerator random, Pause pause) {
        this.stream = stream;
        this.clock = clock;
        this.random = random;
        this.pause = pause;
    }

    /** Puts the lists in their order. At least one call is made for the first, however close the deadline is. */
    Published publish(List<List<StreamRecord>> waves, Instant deadline) {
        Attempts attempts = new Attempts(deadline);
        for (List<StreamRecord> wave : waves) {
            for (List<StreamRecord> call : calls(wave)) {
                if (!attempts.putAll(call)) {
                    return new Published.NotTaken(attempts.calls, attempts.throttled, attempts.cause);
                }
            }
        }
        return new Published.Durable(attempts.calls);
    }

    /** Cuts records into calls that the stream's limits allow. */
    static List<List<StreamRecord>> calls(List<StreamRecord> records) {
        List<List<StreamRecord>> calls = new ArrayList<>();
        List<StreamRecord> call = new ArrayList<>();
        int bytes = 0;
        for (StreamRecord each : records) {
            if (call.size() == RecordStream.MAX_RECORDS || bytes + each.size() > RecordStream.MAX_CALL_BYTES) {
                calls.add(call);
                call = new ArrayList<>();
                bytes = 0;
            }
            call.add(each);
            bytes += each.size();
        }
        if (!call.isEmpty()) {
            calls.add(call);
        }
        return calls;
    }

    private final class Attempts {
        private final Instant deadline;
        private int calls;
        private boolean throttled;
        private @Nullable Throwable cause;

        Attempts(Instant deadline) {
            this.deadline = deadline;
        }

        boolean putAll(List<StreamRecord> records) {
            List<StreamRecord> left = records;
            for (int tries = 0; ; tries++) {
                left = put(left);
                if (left.isEmpty()) {
                    return true;
                }
                long longest = Math.min(FIRST_WAIT.toMillis() << Math.min(tries, 10), LONGEST_WAIT.toMillis());
                Duration wait = Duration.ofMillis(random.nextLong(longest) + 1);
                if (clock.instant().plus(wait).isAfter(deadline) || !waited(wait)) {
                    return false;
                }
            }
        }

        private List<StreamRecord> put(List<StreamRecord> records) {
            calls++;
            try {
                List<Outcome> outcomes = stream.put(records);
                cause = null;
                throttled = !outcomes.contains(Outcome.FAILED);
                List<StreamRecord> left = new ArrayList<>();
                for (int i = 0; i < records.size(); i++) {
                    if (outcomes.get(i) != Outcome.TAKEN) {
                        left.add(records.get(i));
                    }
                }
                return left;
            } catch (StreamFailedException e) {
                cause = e;
                throttled = e.throttled();
                return records;
            }
        }

        private boolean waited(Duration time) {
            try {
                pause.sleep(time);
                return true;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                cause = e;
                throttled = false;
                return false;
            }
        }
    }
}
