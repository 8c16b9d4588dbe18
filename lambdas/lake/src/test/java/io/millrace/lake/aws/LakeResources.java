package io.millrace.lake.aws;

import java.util.Map;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** What the lake's functions need beside themselves, made under names of its own and told to the endpoint. */
record LakeResources(TestEndpoint endpoint, String environment, String stream, String bucket, String topicArn) {
    static LakeResources create() {
        TestEndpoint endpoint = TestEndpoint.withGlue();
        String environment = "it" + endpoint.run;
        String stream = "millrace-" + environment + "-events-g1";
        String bucket = "millrace-" + environment + "-lake";
        String ledger = "millrace-" + environment + "-ledger";
        AwsAccess aws = endpoint.access();
        aws.s3().createBucket(create -> create.bucket(bucket));
        LedgerTables.create(aws.dynamoDb(), ledger);
        aws.kinesis().createStream(create -> create.streamName(stream).shardCount(1));
        aws.kinesis().waiter().waitUntilStreamExists(wait -> wait.streamName(stream));
        String queueUrl = aws.sqs()
                .createQueue(create -> create.queueName("millrace-" + environment + "-commits.fifo")
                        .attributes(Map.of(QueueAttributeName.FIFO_QUEUE, "true")))
                .queueUrl();
        String topicArn = aws.sns()
                .createTopic(create -> create.name("millrace-" + environment + "-notices"))
                .topicArn();
        endpoint.with("MILLRACE_ENV", environment)
                .with("MILLRACE_STREAM", stream)
                .with("MILLRACE_LEDGER_TABLE", ledger)
                .with("MILLRACE_LAKE_BUCKET", bucket)
                .with("MILLRACE_NOTICES_TOPIC_ARN", topicArn)
                .with("MILLRACE_COMMIT_QUEUE_URL", queueUrl)
                .with("MILLRACE_COMMIT_INTERVAL_SECONDS", "10")
                .with("MILLRACE_DEDUP_WINDOW_MINUTES", "60");
        return new LakeResources(endpoint, environment, stream, bucket, topicArn);
    }
}
