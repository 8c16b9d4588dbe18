package io.millrace.lake.aws;

import java.time.Duration;

/**
 * What the quarantine-replay function is told by its environment.
 *
 * @param commitInterval of the queue that wakes the committer
 */
record ReplaySettings(
        String environment, String ledgerTable, String lakeBucket, String commitQueueUrl, Duration commitInterval) {

    static ReplaySettings from(Environment environment) {
        return new ReplaySettings(
                environment.required("MILLRACE_ENV"),
                environment.required("MILLRACE_LEDGER_TABLE"),
                environment.required("MILLRACE_LAKE_BUCKET"),
                environment.required("MILLRACE_COMMIT_QUEUE_URL"),
                Duration.ofSeconds(environment.positive("MILLRACE_COMMIT_INTERVAL_SECONDS")));
    }
}
