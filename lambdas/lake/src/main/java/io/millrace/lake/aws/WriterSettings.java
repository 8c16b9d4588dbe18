package io.millrace.lake.aws;

import java.time.Duration;

/**
 * What the writer function is told by its environment.
 *
 * @param commitInterval of the queue that wakes the committer
 * @param dedupWindow how far back an event's second copy is found
 */
record WriterSettings(
        String environment,
        String ledgerTable,
        String lakeBucket,
        String commitQueueUrl,
        Duration commitInterval,
        Duration dedupWindow) {

    static final String ENVIRONMENT = "MILLRACE_ENV";

    static WriterSettings from(Environment environment) {
        return new WriterSettings(
                environment.required(ENVIRONMENT),
                environment.required("MILLRACE_LEDGER_TABLE"),
                environment.required("MILLRACE_LAKE_BUCKET"),
                environment.required("MILLRACE_COMMIT_QUEUE_URL"),
                Duration.ofSeconds(environment.positive("MILLRACE_COMMIT_INTERVAL_SECONDS")),
                Duration.ofMinutes(environment.positive("MILLRACE_DEDUP_WINDOW_MINUTES")));
    }
}
