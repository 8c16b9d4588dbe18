package io.millrace.infra;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.lambda.EventInvokeConfigOptions;
import software.amazon.awscdk.services.lambda.destinations.SqsDestination;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

/** Where an asynchronous call (schedule, deployment) goes that failed to the end of its retries. */
final class AsyncFailures extends Construct {
    private final Queue queue;

    AsyncFailures(Construct scope, Deployment deployment, Alarms alarms) {
        super(scope, "AsyncFailures");
        this.queue = Queue.Builder.create(this, "Queue")
                .queueName(deployment.names().of("lake-failures"))
                .retentionPeriod(Duration.days(14))
                .encryption(QueueEncryption.SQS_MANAGED)
                .enforceSsl(true)
                .removalPolicy(deployment.removalPolicy())
                .build();
        Nag.acknowledge(queue, "AwsSolutions-SQS3", "It is itself the end of the line for what failed");
        alarms.deadLetters("lake-failures", queue);
    }

    void take(PlatformFunction function, int retries) {
        function.function()
                .configureAsyncInvoke(EventInvokeConfigOptions.builder()
                        .onFailure(new SqsDestination(queue))
                        .retryAttempts(retries)
                        .build());
    }
}
