package io.millrace.alerts;

import io.millrace.alert.Alert;

/**
 * An alert as a channel gets it.
 *
 * @param repeated how many more messages about the same trouble came since the last one that was sent
 */
public record Delivery(Alert alert, int repeated) {}
