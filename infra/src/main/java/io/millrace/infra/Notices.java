package io.millrace.infra;

import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.kms.Alias;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.sns.Topic;
import software.constructs.Construct;

/**
 * The topic for what people want to know: contracts that changed or were refused. It stands with what lasts, so that a
 * deployment that fails takes no subscription with it.
 */
final class Notices extends Construct {
    private final Topic topic;

    /** @param key of the environment's own, or null for SNS's */
    Notices(Construct scope, Deployment deployment, @Nullable IKey key) {
        super(scope, "Notices");
        this.topic = Topic.Builder.create(this, "Topic")
                .topicName(deployment.names().noticesTopic())
                .displayName("Millrace " + deployment.names().environment())
                .masterKey(key == null ? Alias.fromAliasName(this, "ServiceKey", "alias/aws/sns") : key)
                .enforceSsl(true)
                .build();
    }

    String arn() {
        return topic.getTopicArn();
    }
}
