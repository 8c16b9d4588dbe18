package io.millrace.infra;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;

/** What one function may do: exact actions on exact ARNs, and a reason wherever an ARN ends open. */
record Grants(Role role, Deployment deployment) {
    /** What DynamoDB and S3 ask of a caller whose data a customer's key encrypts. */
    private static final List<String> USE_KEY = List.of(
            "kms:Decrypt",
            "kms:DescribeKey",
            "kms:Encrypt",
            "kms:GenerateDataKey",
            "kms:GenerateDataKeyWithoutPlaintext",
            "kms:ReEncryptFrom",
            "kms:ReEncryptTo");

    Grants allow(List<String> actions, String... resources) {
        for (String resource : resources) {
            if (resource.contains("*")) {
                throw new IllegalArgumentException("Cannot grant on " + resource + " without a reason");
            }
        }
        role.addToPolicy(statement(actions, resources).build());
        return this;
    }

    /** As {@link #allow}, for ARNs with a wildcard. */
    Grants allowWithin(String reason, List<String> actions, String... patterns) {
        acknowledge(reason, patterns);
        role.addToPolicy(statement(actions, patterns).build());
        return this;
    }

    /** Lists objects under the given prefixes only; without it S3 answers "forbidden" for an object that is absent. */
    Grants list(String bucketArn, String... prefixes) {
        role.addToPolicy(statement(List.of("s3:ListBucket"), bucketArn)
                .conditions(Map.of("StringLike", Map.of("s3:prefix", List.of(prefixes))))
                .build());
        return this;
    }

    /** Reads and writes what the environment's own key encrypts; nothing where the services' keys are used. */
    Grants useKey() {
        if (!deployment.environment().storage().customerKey()) {
            return this;
        }
        Names names = deployment.names();
        String keys = names.keysArn();
        acknowledge("The condition allows only the key with this environment's alias", keys);
        role.addToPolicy(statement(USE_KEY, keys)
                .conditions(Map.of("ForAnyValue:StringEquals", Map.of("kms:ResourceAliases", names.keyAlias())))
                .build());
        return this;
    }

    /** Starts runs of these jobs, looks at them and stops them, as Step Functions and Airflow do. */
    Grants runJobs(String... jobs) {
        return allow(List.of("glue:BatchStopJobRun", "glue:GetJobRun", "glue:GetJobRuns", "glue:StartJobRun"), jobs);
    }

    /** Publishes to the topic of alerts, which a key encrypts. */
    Grants publishAlerts() {
        Names names = deployment.names();
        boolean own = deployment.environment().storage().customerKey();
        acknowledge("The condition allows only the key of the alerts' topic", names.keysArn());
        role.addToPolicy(statement(List.of("kms:Decrypt", "kms:GenerateDataKey"), names.keysArn())
                .conditions(Map.of(
                        "ForAnyValue:StringEquals",
                        Map.of("kms:ResourceAliases", own ? names.keyAlias() : names.alertsKeyAlias())))
                .build());
        return allow(List.of("sns:Publish"), names.alertsTopicArn());
    }

    private void acknowledge(String reason, String... patterns) {
        for (String pattern : patterns) {
            Nag.acknowledge(role, "AwsSolutions-IAM5[Resource::" + pattern + "]", reason);
        }
    }

    private static PolicyStatement.Builder statement(List<String> actions, String... resources) {
        return PolicyStatement.Builder.create().actions(actions).resources(List.of(resources));
    }
}
