package io.millrace.infra;

import io.millrace.alert.Severity;
import io.millrace.infra.environment.ServingSettings;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.lambda.IFunction;
import software.constructs.Construct;

/** The function that answers questions: it may run queries in its own workgroup and read tables, and write only results. */
final class Serving extends Construct {
    static final String RESULTS = "results/serving/";

    private final IFunction target;

    Serving(Construct scope, Deployment deployment, Alarms alarms) {
        super(scope, "Serving");
        Names names = deployment.names();
        ServingSettings settings = deployment.environment().serving();
        PlatformFunction function = new PlatformFunction(this, definition(names, settings), deployment);
        grant(function.grants(), names);
        alarms.failures("serving", Severity.ERROR);
        this.target = function.live(settings.snapStart());
    }

    IFunction target() {
        return target;
    }

    private static FunctionDefinition definition(Names names, ServingSettings settings) {
        return new FunctionDefinition(
                "Function",
                "serving",
                "Answers questions about the lake",
                "serving",
                "io.millrace.serving.ServingHandler",
                settings.function(),
                settings.snapStart(),
                Map.of(
                        "MILLRACE_WORKGROUP", names.servingWorkgroup(),
                        "MILLRACE_QUERY_TIMEOUT_SECONDS", Integer.toString(settings.queryTimeoutSeconds()),
                        "MILLRACE_USUAL_ROWS", Integer.toString(settings.usualRows()),
                        "MILLRACE_MOST_ROWS", Integer.toString(settings.mostRows()),
                        "MILLRACE_CATALOG_KEPT_SECONDS", Integer.toString(settings.catalogKeptSeconds())));
    }

    private static void grant(Grants grants, Names names) {
        String lake = names.bucketArn(names.lakeBucket());
        String results = names.bucketArn(names.athenaBucket());
        grants.allow(
                        List.of(
                                "athena:GetQueryExecution",
                                "athena:GetQueryResults",
                                "athena:StartQueryExecution",
                                "athena:StopQueryExecution"),
                        names.workgroupArn(names.servingWorkgroup()))
                .allow(List.of("s3:GetBucketLocation"), lake, results)
                .allowWithin(
                        "Data and metadata files have names made as they are written",
                        List.of("s3:GetObject"),
                        lake + "/warehouse/*")
                .allowWithin(
                        "Athena names a result by its query's id, with this function's rights",
                        List.of(
                                "s3:AbortMultipartUpload",
                                "s3:GetObject",
                                "s3:ListMultipartUploadParts",
                                "s3:PutObject"),
                        results + "/" + RESULTS + "*")
                .list(lake, "warehouse/*")
                .list(results, RESULTS + "*")
                .useKey();
        Catalog.query(grants, names);
    }
}
