package io.millrace.infra;

import io.millrace.alert.Severity;
import io.millrace.infra.environment.LakeSettings;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.sqs.DeadLetterQueue;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

/**
 * Wakes the committer. Its delay is the commit interval: wakes of one interval share a deduplication id, so however many
 * writers send one, one commit follows.
 */
final class CommitQueue extends Construct {
    /** A wake is only a nudge, and the minute's schedule is another: soon given up, never lost data. */
    private static final int MAX_RECEIVES = 5;

    private final Queue queue;

    CommitQueue(Construct scope, Deployment deployment, Alarms alarms) {
        super(scope, "CommitQueue");
        Names names = deployment.names();
        LakeSettings lake = deployment.environment().lake();
        Queue deadLetters = queue("DeadLetters", names.of("commits-dlq.fifo"), deployment)
                .retentionPeriod(Duration.days(14))
                .build();
        this.queue = queue("Wakes", names.commitQueue(), deployment)
                .deliveryDelay(Duration.seconds(lake.commitIntervalSeconds()))
                // Lambda demands at least the function's timeout; more would hold the group back longer after a crash.
                .visibilityTimeout(Duration.seconds(lake.committer().timeoutSeconds()))
                .deadLetterQueue(DeadLetterQueue.builder()
                        .queue(deadLetters)
                        .maxReceiveCount(MAX_RECEIVES)
                        .build())
                .build();
        alarms.deadLetters("commits", names.of("commits-dlq.fifo"), Severity.WARNING);
    }

    String url() {
        return queue.getQueueUrl();
    }

    private Queue.Builder queue(String id, String name, Deployment deployment) {
        return Queue.Builder.create(this, id)
                .queueName(name)
                .fifo(true)
                .encryption(QueueEncryption.SQS_MANAGED)
                .enforceSsl(true)
                .removalPolicy(deployment.removalPolicy());
    }
}
