package io.millrace.infra.environment;

import org.jspecify.annotations.Nullable;

/**
 * How people are told.
 *
 * @param function its time-out bounds how long one message is tried
 * @param foldMinutes how long messages like one that was sent are only counted
 * @param runbooks the address under which people read {@code docs/runbooks}, or null: messages then name the file
 */
public record AlertSettings(
        FunctionSize function, int foldMinutes, @Nullable String runbooks) {
    public AlertSettings {
        Check.range("observability.alerts.foldMinutes", foldMinutes, 1, 1440);
        Check.range("observability.alerts.function.timeoutSeconds", function.timeoutSeconds(), 15, 120);
        if (runbooks != null && !runbooks.startsWith("https://")) {
            throw new IllegalArgumentException(
                    "Cannot link to observability.alerts.runbooks: " + runbooks + " does not begin with https://");
        }
    }
}
