package io.millrace.alerts.fold;

import io.millrace.alert.Alert;
import io.millrace.alerts.fold.Decision.Keep;
import io.millrace.alerts.fold.Decision.Send;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Sends a message or counts it, as {@link FoldRule} says, with any number of others at it at once: what is decided is
 * remembered only on top of what it was decided on. A sender that is cut off between sending and remembering that sends
 * again when it is tried again; nothing is folded into a message that was never sent.
 */
public final class Folding {
    /** Others that count at the same time; each round one of them gets through. */
    private static final int MAX_ROUNDS = 100;

    private final AlertLog log;
    private final FoldRule rule;
    private final InstantSource clock;

    /**
     * @param window in which a message like the last one is only counted
     * @param sending how long a sender may take
     */
    public Folding(AlertLog log, Duration window, Duration sending, InstantSource clock) {
        this.log = log;
        this.rule = new FoldRule(window, sending);
        this.clock = clock;
    }

    /**
     * Takes one message.
     *
     * @param messageId SNS's own
     * @param send sends it, told how many were only counted before; gives what was sent. What it throws is passed on, and
     *     the message may then be given again
     */
    public Verdict take(Alert alert, String messageId, IntFunction<String> send) {
        for (int round = 0; round < MAX_ROUNDS; round++) {
            Optional<Entry> before = log.find(alert.dedupKey());
            Decision decision = rule.decide(before.orElse(null), alert, messageId, clock.instant());
            if (decision instanceof Keep keep) {
                if (keep.next() == null || log.replace(before.orElse(null), keep.next())) {
                    return keep.why();
                }
            } else if (decision instanceof Send sending && log.replace(before.orElse(null), sending.next())) {
                String delivered = send.apply(sending.next().told());
                remember(alert.dedupKey(), messageId, delivered);
                return Verdict.SENT;
            }
        }
        throw new IllegalStateException("Cannot remember alert " + alert.dedupKey() + ": " + MAX_ROUNDS
                + " times another one of it came in between");
    }

    private void remember(String key, String messageId, String delivered) {
        for (int round = 0; round < MAX_ROUNDS; round++) {
            Optional<Entry> found =
                    log.find(key).filter(entry -> entry.messageId().equals(messageId));
            // Another may have taken its place meanwhile; then there is nothing left to remember.
            if (found.isEmpty() || log.replace(found.get(), found.get().sent(delivered))) {
                return;
            }
        }
        throw new IllegalStateException("Cannot remember that alert " + key + " was sent");
    }
}
