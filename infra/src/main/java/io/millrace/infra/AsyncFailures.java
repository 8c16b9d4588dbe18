package io.millrace.infra;

import io.millrace.alert.Severity;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.lambda.EventInvokeConfigOptions;
import software.amazon.awscdk.services.lambda.destinations.SqsDestination;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

/** Where an asynchronous call (schedule, deployment) goes that failed to the end of its retries. */
final class AsyncFailures extends Construct {
    private final Queue queue;

    /** @param name the queue's physical name */
    AsyncFailures(Construct scope, Deployment deployment, Alarms alarms, String name, Severity severity) {
        super(scope, "AsyncFailures");
        this.queue = Queue.Builder.create(this, "Queue")
                .queueName(name)
                .retentionPeriod(Duration.days(14))
                .encryption(QueueEncryption.SQS_MANAGED)
                .enforceSsl(true)
                .removalPolicy(deployment.removalPolicy())
                .build();
        Nag.acknowledge(queue, "AwsSolutions-SQS3", "It is itself the end of the line for what failed");
        alarms.deadLetters(name.substring(deployment.names().of("").length()), name, severity);
    }

    void take(PlatformFunction function, int retries) {
        function.function()
                .configureAsyncInvoke(EventInvokeConfigOptions.builder()
                        .onFailure(new SqsDestination(queue))
                        .retryAttempts(retries)
                        .build());
    }
}
