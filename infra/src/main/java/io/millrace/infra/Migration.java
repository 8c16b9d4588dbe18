package io.millrace.infra;

import io.millrace.alert.Severity;
import io.millrace.infra.environment.LakeSettings;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.CustomResource;
import software.amazon.awscdk.Duration;
import software.constructs.Construct;

/**
 * Creates and evolves databases and tables from the contracts, as a step of the deployment: it runs when the contracts'
 * digest changes or the platform's own tables do, and a change that would break readers fails the deployment.
 */
final class Migration extends Construct {
    /** Added to the function's own timeout, after which CloudFormation stops waiting for its answer. */
    private static final int ANSWER_GRACE_SECONDS = 60;

    /** To be raised when the platform's own tables or shards change, which the contracts' digest does not tell. */
    private static final String LAYOUT = "2";

    Migration(Construct scope, Deployment deployment, AsyncFailures failures, Alarms alarms) {
        super(scope, "Migration");
        Names names = deployment.names();
        LakeSettings lake = deployment.environment().lake();
        PlatformFunction function = new PlatformFunction(this, definition(names, lake), deployment);
        grant(function.grants(), names);
        failures.take(function, 0);
        alarms.failures("migrate", Severity.WARNING);
        CustomResource resource = CustomResource.Builder.create(this, "Tables")
                .resourceType("Custom::MillraceMigration")
                .serviceToken(function.function().getFunctionArn())
                .serviceTimeout(Duration.seconds(lake.migrate().timeoutSeconds() + ANSWER_GRACE_SECONDS))
                .properties(Map.of("contracts", deployment.contractsDigest(), "layout", LAYOUT))
                .build();
        resource.getNode().addDependency(function);
    }

    private static FunctionDefinition definition(Names names, LakeSettings lake) {
        Map<String, String> variables = new TreeMap<>(Map.of(
                "MILLRACE_STREAM", names.stream(),
                "MILLRACE_LEDGER_TABLE", names.ledgerTable(),
                "MILLRACE_LAKE_BUCKET", names.lakeBucket(),
                "MILLRACE_NOTICES_TOPIC_ARN", names.noticesTopicArn()));
        if (!lake.acceptedBreaks().isEmpty()) {
            variables.put("MILLRACE_ACCEPTED_BREAKS", String.join(",", lake.acceptedBreaks()));
        }
        return new FunctionDefinition(
                "Migrate",
                "migrate",
                "Creates and evolves tables from the contracts at deploy",
                "lake",
                "io.millrace.lake.aws.MigrateHandler",
                lake.migrate(),
                false,
                variables);
    }

    private static void grant(Grants grants, Names names) {
        String bucket = names.bucketArn(names.lakeBucket());
        grants.allow(
                        List.of("dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query"),
                        names.tableArn(names.ledgerTable()))
                .allow(List.of("kinesis:ListShards"), names.streamArn())
                .allowWithin(
                        "Metadata files are named as they are written; one whose commit lost its race is removed",
                        List.of("s3:GetObject", "s3:PutObject", "s3:DeleteObject", "s3:AbortMultipartUpload"),
                        bucket + "/warehouse/*")
                .allowWithin(
                        "Deployed contracts have names made as they are written",
                        List.of("s3:GetObject", "s3:PutObject"),
                        bucket + "/system/contracts/*")
                .allowWithin(
                        "A manifest of a fold tells an emptied ledger from a new one",
                        List.of("s3:GetObject"),
                        bucket + "/system/folds/*")
                .list(bucket, "system/folds/*")
                .allow(List.of("sns:Publish"), names.noticesTopicArn())
                .useKey();
        Catalog.migrate(grants, names);
    }
}
