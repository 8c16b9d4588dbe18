package io.millrace.lake.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** A subscriber to a topic of notices. */
final class NoticeQueue {
    private static final JsonMapper JSON = new JsonMapper();

    private final SqsClient sqs;
    private final String url;

    NoticeQueue(LakeResources lake) {
        AwsAccess aws = lake.endpoint().access();
        sqs = aws.sqs();
        url = sqs.createQueue(create -> create.queueName("millrace-" + lake.environment() + "-heard"))
                .queueUrl();
        String arn = sqs.getQueueAttributes(get -> get.queueUrl(url).attributeNames(QueueAttributeName.QUEUE_ARN))
                .attributes()
                .get(QueueAttributeName.QUEUE_ARN);
        aws.sns()
                .subscribe(subscribe -> subscribe
                        .topicArn(lake.topicArn())
                        .protocol("sqs")
                        .endpoint(arn)
                        .attributes(Map.of("RawMessageDelivery", "true")));
    }

    /** Every notice that has arrived and was not taken before. */
    List<JsonNode> take() {
        List<JsonNode> notices = new ArrayList<>();
        List<Message> messages;
        do {
            messages = sqs.receiveMessage(receive ->
                            receive.queueUrl(url).maxNumberOfMessages(10).waitTimeSeconds(1))
                    .messages();
            for (Message message : messages) {
                notices.add(read(message.body()));
                sqs.deleteMessage(delete -> delete.queueUrl(url).receiptHandle(message.receiptHandle()));
            }
        } while (!messages.isEmpty());
        return notices;
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("Cannot read notice " + text, e);
        }
    }
}
