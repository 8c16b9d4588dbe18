package io.millrace.infra;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.Alias;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.sns.Topic;
import software.constructs.Construct;

/**
 * The topic that every alert goes to: alarms, failed jobs, and whatever of the platform has something to say. It is
 * encrypted with a key of ours, as CloudWatch may not use SNS's own.
 */
final class AlertTopic extends Construct {
    private static final ServicePrincipal CLOUDWATCH = new ServicePrincipal("cloudwatch.amazonaws.com");
    private static final ServicePrincipal EVENTS = new ServicePrincipal("events.amazonaws.com");

    private final Topic topic;

    /** @param environmentKey of the environment's own, or null: then the topic gets one */
    AlertTopic(Construct scope, Deployment deployment, @Nullable IKey environmentKey) {
        super(scope, "Alerts");
        Names names = deployment.names();
        this.topic = Topic.Builder.create(this, "Topic")
                .topicName(names.alertsTopic())
                .displayName("Millrace " + names.environment() + " alerts")
                .masterKey(key(deployment, environmentKey))
                .enforceSsl(true)
                .build();
        // A policy of our own takes the place of the one by which the whole account could publish.
        topic.addToResourcePolicy(publish(names, CLOUDWATCH, names.alarmArn(names.of("*"))));
        topic.addToResourcePolicy(publish(names, EVENTS, names.ruleArn(names.of("*"))));
    }

    Topic topic() {
        return topic;
    }

    /** What a key's policy must say so that alarms and rules can publish to a topic that it encrypts. */
    static PolicyStatement useByWatchers(Names names) {
        return PolicyStatement.Builder.create()
                .sid("AlarmsAndRulesPublish")
                .principals(List.of(CLOUDWATCH, EVENTS))
                .actions(List.of("kms:Decrypt", "kms:GenerateDataKey"))
                .resources(List.of("*"))
                .conditions(Map.of("StringEquals", Map.of("aws:SourceAccount", names.account())))
                .build();
    }

    private IKey key(Deployment deployment, @Nullable IKey environmentKey) {
        if (environmentKey != null) {
            return environmentKey;
        }
        if (deployment.environment().emulated()) {
            return Alias.fromAliasName(this, "ServiceKey", "alias/aws/sns");
        }
        Key key = Key.Builder.create(this, "Key")
                .alias(deployment.names().alertsKeyAlias())
                .description("Millrace " + deployment.names().environment() + ": alerts on their way")
                .enableKeyRotation(true)
                .removalPolicy(deployment.removalPolicy())
                .build();
        key.addToResourcePolicy(useByWatchers(deployment.names()));
        return key;
    }

    private PolicyStatement publish(Names names, ServicePrincipal who, String sources) {
        return PolicyStatement.Builder.create()
                .principals(List.of(who))
                .actions(List.of("sns:Publish"))
                .resources(List.of(topic.getTopicArn()))
                .conditions(new TreeMap<>(Map.of(
                        "ArnLike", Map.of("aws:SourceArn", sources),
                        "StringEquals", Map.of("aws:SourceAccount", names.account()))))
                .build();
    }
}
