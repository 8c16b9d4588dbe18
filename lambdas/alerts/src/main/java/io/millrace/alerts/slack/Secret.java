package io.millrace.alerts.slack;

/** The secret that holds the webhooks' addresses. */
public interface Secret {
    /**
     * Reads its value, anew each time.
     *
     * @throws io.millrace.alerts.DeliveryException if it cannot be read
     */
    String read();

    /** What people call it; no part of its value. */
    String name();
}
