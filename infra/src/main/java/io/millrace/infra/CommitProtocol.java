package io.millrace.infra;

import io.millrace.infra.environment.LakeSettings;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What every function that takes part in the commit protocol is told, and may do. */
final class CommitProtocol {
    private CommitProtocol() {}

    /** Where the ledger, the files and the committer's queue are, and how often there is a commit. */
    static Map<String, String> variables(Names names, LakeSettings lake, CommitQueue queue) {
        return new TreeMap<>(Map.of(
                "MILLRACE_LEDGER_TABLE", names.ledgerTable(),
                "MILLRACE_LAKE_BUCKET", names.lakeBucket(),
                "MILLRACE_COMMIT_QUEUE_URL", queue.url(),
                "MILLRACE_COMMIT_INTERVAL_SECONDS", Integer.toString(lake.commitIntervalSeconds())));
    }

    /**
     * Books in the ledger, writes files that are booked there and wakes the committer. It deletes nothing.
     *
     * @param reason why the files' names end open
     */
    static Grants allow(Grants grants, Names names, String reason) {
        String bucket = names.bucketArn(names.lakeBucket());
        return grants.allow(
                        List.of("dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query", "dynamodb:UpdateItem"),
                        names.tableArn(names.ledgerTable()))
                .allow(List.of("sqs:SendMessage"), names.queueArn(names.commitQueue()))
                .allowWithin(
                        reason,
                        List.of("s3:GetObject", "s3:PutObject", "s3:AbortMultipartUpload"),
                        bucket + "/warehouse/*",
                        bucket + "/system/*")
                .list(bucket, "system/*")
                .useKey();
    }
}
