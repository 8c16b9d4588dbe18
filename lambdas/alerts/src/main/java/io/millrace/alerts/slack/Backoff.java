package io.millrace.alerts.slack;

import io.millrace.alerts.DeliveryException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** How long to wait before another try: what Slack asks for, else half a second, doubling up to eight. */
record Backoff(InstantSource clock, Waits waits) {
    private static final Duration FIRST = Duration.ofMillis(500);
    private static final int MAX_DOUBLINGS = 4;
    private static final int MAX_RETRY_AFTER_SECONDS = 24 * 60 * 60;

    /** @throws DeliveryException if the deadline comes before the wait is over */
    void await(int tries, SlackAnswer answer, Instant deadline) {
        Duration wait = answer.wait(MAX_RETRY_AFTER_SECONDS)
                .orElse(FIRST.multipliedBy(1L << Math.min(tries - 1, MAX_DOUBLINGS)));
        if (!clock.instant().plus(wait).isBefore(deadline)) {
            throw new DeliveryException("Cannot send to Slack after " + tries + " tries: it answered " + answer.text()
                    + ", and the next try in " + wait.toMillis() + " ms would be too late");
        }
        try {
            waits.sleep(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeliveryException("Cannot send to Slack: interrupted");
        }
    }
}
