package io.millrace.alerts.slack;

import java.time.Duration;

/** Lets time pass. */
@FunctionalInterface
public interface Waits {
    void sleep(Duration time) throws InterruptedException;
}
