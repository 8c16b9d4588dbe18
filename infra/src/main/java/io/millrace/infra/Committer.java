package io.millrace.infra;

import io.millrace.alert.Severity;
import io.millrace.infra.environment.LakeSettings;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.Schedule;
import software.amazon.awscdk.services.events.targets.LambdaFunction;
import software.amazon.awscdk.services.lambda.CfnEventSourceMapping;
import software.constructs.Construct;

/** Folds claims into the tables: woken by the queue, and every minute in case a wake was lost. */
final class Committer extends Construct {
    Committer(
            Construct scope,
            Deployment deployment,
            CommitQueue queue,
            Migration migration,
            AsyncFailures failures,
            Alarms alarms) {
        super(scope, "Committer");
        Names names = deployment.names();
        LakeSettings lake = deployment.environment().lake();
        PlatformFunction function = new PlatformFunction(this, definition(names, lake, queue), deployment);
        // It wakes itself while claims remain, which looks like the loop that Lambda would break after 16 rounds.
        function.resource().setRecursiveLoop("Allow");
        grant(function.grants(), names);
        // The schedule is its own retry.
        failures.take(function, 0);

        CfnEventSourceMapping mapping = CfnEventSourceMapping.Builder.create(this, "Wakes")
                .functionName(names.of("lake-committer"))
                .eventSourceArn(names.queueArn(names.commitQueue()))
                .batchSize(1)
                .build();
        mapping.getNode().addDependency(function, queue, migration);
        Rule everyMinute = Rule.Builder.create(this, "EveryMinute")
                .ruleName(names.of("commit-every-minute"))
                .description("Wakes the committer in case a wake was lost")
                .schedule(Schedule.rate(Duration.minutes(1)))
                .targets(List.of(new LambdaFunction(function.function())))
                .build();
        everyMinute.getNode().addDependency(migration);
        alarms.failures("lake-committer", Severity.ERROR);
        alarms.silence("lake-committer");
    }

    private static FunctionDefinition definition(Names names, LakeSettings lake, CommitQueue queue) {
        return new FunctionDefinition(
                "LakeCommitter",
                "lake-committer",
                "Commits claimed data files to the Iceberg tables",
                "lake",
                "io.millrace.lake.aws.CommitterHandler",
                lake.committer(),
                false,
                FullCompiler.allow(CommitProtocol.variables(names, lake, queue)));
    }

    private static void grant(Grants grants, Names names) {
        CommitProtocol.allow(grants, names, "Metadata, manifests, claims and folds have names made as they are written")
                .allow(
                        List.of("sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage"),
                        names.queueArn(names.commitQueue()))
                .allowWithin(
                        "A commit that lost its race removes the metadata it had written",
                        List.of("s3:DeleteObject"),
                        names.bucketArn(names.lakeBucket()) + "/warehouse/*");
        Catalog.commit(grants, names);
    }
}
