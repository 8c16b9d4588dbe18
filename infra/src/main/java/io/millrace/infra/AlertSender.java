package io.millrace.infra;

import io.millrace.alert.Severity;
import io.millrace.infra.environment.AlertSettings;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.SecretValue;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.secretsmanager.Secret;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.LambdaSubscription;
import software.constructs.Construct;

/** The function that tells people: it hears both topics, and may read its one secret and remember what it sent. */
final class AlertSender extends Construct {
    /** Lambda's own tries after the first, a minute and two later: Slack may be away for longer than an invocation. */
    private static final int RETRIES = 2;

    AlertSender(Construct scope, Deployment deployment, Topic topic, @Nullable IKey key, Alarms alarms) {
        super(scope, "AlertSender");
        Names names = deployment.names();
        AlertLogTable log = new AlertLogTable(this, deployment, key);
        Secret secret = secret(deployment, key);
        PlatformFunction function = new PlatformFunction(this, definition(deployment), deployment);
        function.grants()
                .allow(List.of("dynamodb:GetItem", "dynamodb:PutItem"), names.tableArn(names.alertsTable()))
                .allow(List.of("secretsmanager:GetSecretValue"), secret.getSecretArn())
                .useKey();
        function.getNode().addDependency(log);
        new AsyncFailures(this, deployment, alarms, names.of("alerts-failures"), Severity.CRITICAL)
                .take(function, RETRIES);
        topic.addSubscription(new LambdaSubscription(function.function()));
        Topic.fromTopicArn(this, "Notices", names.noticesTopicArn())
                .addSubscription(new LambdaSubscription(function.function()));
        alarms.failures("alerts", Severity.CRITICAL);
    }

    /**
     * Holds the webhook's address, which a person puts there: it is made with a word that is none. On a laptop the receiver
     * of the local platform is no secret.
     */
    private Secret secret(Deployment deployment, @Nullable IKey key) {
        String gateway = deployment.gateway();
        Secret secret = Secret.Builder.create(this, "SlackWebhook")
                .secretName(deployment.names().slackSecret())
                .description("Address of Slack's incoming webhook, or a JSON object of addresses by channel")
                .secretStringValue(
                        SecretValue.unsafePlainText(gateway == null ? "unset" : gateway + "/_millrace/slack"))
                .encryptionKey(key)
                .removalPolicy(deployment.removalPolicy())
                .build();
        Nag.acknowledge(
                secret, "AwsSolutions-SMG4", "Slack has no way to rotate a webhook but a person making another");
        return secret;
    }

    private static FunctionDefinition definition(Deployment deployment) {
        Names names = deployment.names();
        AlertSettings settings = deployment.environment().observability().alerts();
        Map<String, String> variables = new TreeMap<>(Map.of(
                "MILLRACE_ALERTS_TABLE", names.alertsTable(),
                "MILLRACE_SLACK_SECRET", names.slackSecret(),
                "MILLRACE_FOLD_MINUTES", Integer.toString(settings.foldMinutes())));
        String runbooks =
                deployment.gateway() == null ? settings.runbooks() : deployment.gateway() + "/_millrace/runbooks/";
        if (runbooks != null) {
            variables.put("MILLRACE_RUNBOOKS", runbooks);
        }
        return new FunctionDefinition(
                "Alerts",
                "alerts",
                "Tells people of alarms, failed jobs and notices",
                "alerts",
                "io.millrace.alerts.AlertsHandler",
                settings.function(),
                false,
                variables);
    }
}
