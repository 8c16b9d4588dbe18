package io.millrace.alerts;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything the function reads from its environment.
 *
 * @param environment the platform's, shown in each message
 * @param table where it is remembered what was sent
 * @param slackSecret the name of the secret that holds the webhooks' addresses
 * @param foldWindow in which a message like the last one is only counted
 * @param runbooks the address under which the pages of {@code docs/runbooks} are, or null for none
 */
record AlertsSettings(
        String environment,
        String table,
        String slackSecret,
        Duration foldWindow,
        @Nullable String runbooks) {

    /** @throws IllegalArgumentException naming the variable that is missing or wrong */
    static AlertsSettings from(Map<String, String> variables) {
        String runbooks = variables.getOrDefault("MILLRACE_RUNBOOKS", "");
        return new AlertsSettings(
                text(variables, "MILLRACE_ENV"),
                text(variables, "MILLRACE_ALERTS_TABLE"),
                text(variables, "MILLRACE_SLACK_SECRET"),
                Duration.ofMinutes(minutes(variables, "MILLRACE_FOLD_MINUTES")),
                runbooks.isBlank() ? null : runbooks);
    }

    private static String text(Map<String, String> variables, String name) {
        String value = variables.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("Cannot start alerts: environment variable " + name + " is not set");
        }
        return value;
    }

    private static int minutes(Map<String, String> variables, String name) {
        String value = text(variables, name);
        if (!value.matches("[1-9]\\d{0,4}")) {
            throw new IllegalArgumentException(
                    "Cannot start alerts: environment variable " + name + " is no number of minutes: " + value);
        }
        return Integer.parseInt(value);
    }
}
