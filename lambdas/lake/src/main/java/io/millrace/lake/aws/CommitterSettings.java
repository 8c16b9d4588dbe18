package io.millrace.lake.aws;

import java.time.Duration;

/** What the committer function is told by its environment. */
record CommitterSettings(String ledgerTable, String lakeBucket, String commitQueueUrl, Duration commitInterval) {
    static CommitterSettings from(Environment environment) {
        return new CommitterSettings(
                environment.required("MILLRACE_LEDGER_TABLE"),
                environment.required("MILLRACE_LAKE_BUCKET"),
                environment.required("MILLRACE_COMMIT_QUEUE_URL"),
                Duration.ofSeconds(environment.positive("MILLRACE_COMMIT_INTERVAL_SECONDS")));
    }
}
