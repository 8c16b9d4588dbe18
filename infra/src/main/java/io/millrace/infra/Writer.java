package io.millrace.infra;

import io.millrace.alert.Severity;
import io.millrace.infra.environment.LakeSettings;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.CfnCondition;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.services.lambda.CfnEventSourceMapping;
import software.constructs.Construct;

/** Reads the stream, writes data files and claims. It adds and never removes: no grant lets it delete anything. */
final class Writer extends Construct {
    /** Without end: giving up on a batch would lose it, since the head moves past. */
    private static final int UNLIMITED = -1;

    Writer(Construct scope, Deployment deployment, CommitQueue queue, Migration migration, Alarms alarms) {
        super(scope, "Writer");
        Names names = deployment.names();
        LakeSettings lake = deployment.environment().lake();
        PlatformFunction function = new PlatformFunction(this, definition(names, lake, queue), deployment);
        // New contracts bring new columns: the code that fills them must not come before the tables that have them.
        function.getNode().addDependency(migration);
        grant(function.grants(), names);
        CfnEventSourceMapping mapping = mapping(names, lake);
        mapping.getNode().addDependency(function, migration);
        if (deployment.environment().emulated()) {
            mapping.getCfnOptions().setCondition(polledByAws());
        }
        alarms.failures("lake-writer", Severity.ERROR);
        alarms.consumerFallsBehind(
                "lake-writer", deployment.environment().stream().maxIteratorAgeMinutes());
    }

    private static FunctionDefinition definition(Names names, LakeSettings lake, CommitQueue queue) {
        Map<String, String> variables = FullCompiler.allow(CommitProtocol.variables(names, lake, queue));
        variables.put("MILLRACE_STREAM", names.stream());
        variables.put("MILLRACE_DEDUP_WINDOW_MINUTES", Integer.toString(lake.dedupWindowMinutes()));
        return new FunctionDefinition(
                "LakeWriter",
                "lake-writer",
                "Writes stream records to data files and claims them in the ledger",
                "lake",
                "io.millrace.lake.aws.WriterHandler",
                lake.writer(),
                false,
                variables);
    }

    private static void grant(Grants grants, Names names) {
        CommitProtocol.allow(grants, names, "Data files, claims and dedup windows have names made as they are written")
                .allow(List.of("dynamodb:ConditionCheckItem"), names.tableArn(names.ledgerTable()))
                .allow(
                        List.of(
                                "kinesis:DescribeStream",
                                "kinesis:DescribeStreamSummary",
                                "kinesis:GetRecords",
                                "kinesis:GetShardIterator",
                                "kinesis:ListShards"),
                        names.streamArn());
        Catalog.read(grants, names);
    }

    private CfnEventSourceMapping mapping(Names names, LakeSettings lake) {
        return CfnEventSourceMapping.Builder.create(this, "Stream")
                .functionName(names.of("lake-writer"))
                .eventSourceArn(names.streamArn())
                .startingPosition("TRIM_HORIZON")
                .batchSize(lake.batchRecords())
                .maximumBatchingWindowInSeconds(lake.batchWindowSeconds())
                // One invocation a shard at a time: the shard's head is the only cursor.
                .parallelizationFactor(1)
                .functionResponseTypes(List.of("ReportBatchItemFailures"))
                .bisectBatchOnFunctionError(false)
                .maximumRetryAttempts(UNLIMITED)
                .maximumRecordAgeInSeconds(UNLIMITED)
                .build();
    }

    /** The emulator's own poller knows neither window nor partial failure: the local Lambda host polls instead. */
    private CfnCondition polledByAws() {
        CfnParameter poller = CfnParameter.Builder.create(this, "Poller")
                .description("Who reads the stream for the writer")
                .allowedValues(List.of("aws", "lambda-host"))
                .defaultValue("lambda-host")
                .build();
        return CfnCondition.Builder.create(this, "PolledByAws")
                .expression(Fn.conditionEquals(poller.getValueAsString(), "aws"))
                .build();
    }
}
