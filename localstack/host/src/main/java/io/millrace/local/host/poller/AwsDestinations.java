package io.millrace.local.host.poller;

import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** SQS queues and SNS topics by their ARNs. */
public record AwsDestinations(SqsClient sqs, SnsClient sns) implements Destinations {

    @Override
    public void send(String arn, String message) {
        String[] parts = arn.split(":", 6);
        if ("sns".equals(parts[2])) {
            sns.publish(request -> request.topicArn(arn).message(message));
        } else {
            String url = sqs.getQueueUrl(request -> request.queueName(parts[5]).queueOwnerAWSAccountId(parts[4]))
                    .queueUrl();
            sqs.sendMessage(request -> request.queueUrl(url).messageBody(message));
        }
    }
}
