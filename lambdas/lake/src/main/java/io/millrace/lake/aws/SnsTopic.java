package io.millrace.lake.aws;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;

/** An SNS topic; {@code kind} and {@code environment} are message attributes too, for filter policies. */
final class SnsTopic implements NoticeTopic {
    /** SNS takes no longer subject. */
    private static final int MAX_SUBJECT_CHARS = 99;

    private final SnsClient client;
    private final String topicArn;

    SnsTopic(SnsClient client, String topicArn) {
        this.client = client;
        this.topicArn = topicArn;
    }

    @Override
    public void publish(String subject, ObjectNode notice) {
        Map<String, MessageAttributeValue> attributes = new HashMap<>();
        for (String name : List.of("kind", "environment")) {
            String value = notice.required(name).asText();
            attributes.put(
                    name,
                    MessageAttributeValue.builder()
                            .dataType("String")
                            .stringValue(value)
                            .build());
        }
        client.publish(publish -> publish.topicArn(topicArn)
                .subject(subject.substring(0, Math.min(subject.length(), MAX_SUBJECT_CHARS)))
                .message(notice.toString())
                .messageAttributes(attributes));
    }
}
