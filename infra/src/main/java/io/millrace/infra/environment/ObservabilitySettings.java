package io.millrace.infra.environment;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Logs, traces and alarms.
 *
 * @param logRetentionDays one of the day counts that CloudWatch Logs knows
 * @param tracing X-Ray traces of the API and the functions
 * @param alarmTopicArn one more SNS topic that takes the alarms, as of a pager, or null
 */
public record ObservabilitySettings(
        int logRetentionDays,
        boolean tracing,
        boolean alarms,
        @Nullable String alarmTopicArn,
        AlertSettings alerts) {
    private static final Set<Integer> RETENTION_DAYS = Set.of(
            1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653);

    public ObservabilitySettings {
        if (!RETENTION_DAYS.contains(logRetentionDays)) {
            throw new IllegalArgumentException("Cannot keep logs for observability.logRetentionDays: "
                    + logRetentionDays + " is not one of CloudWatch Logs' day counts");
        }
    }
}
