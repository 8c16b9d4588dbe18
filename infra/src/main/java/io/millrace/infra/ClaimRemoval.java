package io.millrace.infra;

import io.millrace.alert.Severity;
import io.millrace.infra.environment.LakeSettings;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.Schedule;
import software.amazon.awscdk.services.events.targets.LambdaFunction;
import software.constructs.Construct;

/**
 * Takes claims out of the ledger that nobody asks for any more. The only function that may delete from it; a time to live
 * would not ask.
 */
final class ClaimRemoval extends Construct {
    private static final String NAME = "claim-removal";

    ClaimRemoval(Construct scope, Deployment deployment, Migration migration, Alarms alarms) {
        super(scope, "ClaimRemoval");
        Names names = deployment.names();
        PlatformFunction function = new PlatformFunction(
                this, definition(names, deployment.environment().lake()), deployment);
        grant(function.grants(), names);
        Rule everyHour = Rule.Builder.create(this, "EveryHour")
                .ruleName(names.of("remove-claims-every-hour"))
                .description("Takes claims out of the ledger a day after all tables have their fold")
                .schedule(Schedule.rate(Duration.hours(1)))
                .targets(List.of(new LambdaFunction(function.function())))
                .build();
        everyHour.getNode().addDependency(migration);
        alarms.failures(NAME, Severity.ERROR);
    }

    private static FunctionDefinition definition(Names names, LakeSettings lake) {
        return new FunctionDefinition(
                "ClaimRemoval",
                NAME,
                "Takes old claims out of the ledger",
                "lake",
                "io.millrace.lake.aws.ClaimRemovalHandler",
                lake.committer(),
                false,
                Map.of("MILLRACE_LEDGER_TABLE", names.ledgerTable(), "MILLRACE_LAKE_BUCKET", names.lakeBucket()));
    }

    private static void grant(Grants grants, Names names) {
        String bucket = names.bucketArn(names.lakeBucket());
        grants.allow(
                        List.of("dynamodb:DeleteItem", "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query"),
                        names.tableArn(names.ledgerTable()))
                .allowWithin(
                        "Metadata, claims and folds have names made as they are written",
                        List.of("s3:GetObject"),
                        bucket + "/warehouse/*",
                        bucket + "/system/*")
                .list(bucket, "system/*")
                .useKey();
        Catalog.replay(grants, names);
    }
}
