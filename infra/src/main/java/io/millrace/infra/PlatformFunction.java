package io.millrace.infra;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.CfnFunction;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.IFunction;
import software.amazon.awscdk.services.lambda.LoggingFormat;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.lambda.SnapStartConf;
import software.amazon.awscdk.services.lambda.Tracing;
import software.amazon.awscdk.services.s3.Bucket;
import software.constructs.Construct;

/** One function with its role, which may do nothing but what is granted, and its log group, which forgets. */
final class PlatformFunction extends Construct {
    private final Construct scope;
    private final Deployment deployment;
    private final Role role;
    private final Function function;

    PlatformFunction(Construct scope, FunctionDefinition definition, Deployment deployment) {
        super(scope, definition.id());
        this.scope = scope;
        this.deployment = deployment;
        Names names = deployment.names();
        this.role = Role.Builder.create(this, "Role")
                .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
                .description("Millrace " + names.environment() + ": " + definition.name())
                .build();
        String logGroup = names.functionLogGroup(definition.name());
        grants().allowWithin(
                        "Lambda names the streams of the function's own log group",
                        List.of("logs:CreateLogStream", "logs:PutLogEvents"),
                        names.logGroupArn(logGroup) + ":*");
        this.function = create(definition, logGroup);
    }

    Function function() {
        return function;
    }

    /** What an API calls. Snapshots belong to published versions, so with them it is an alias of the newest one. */
    IFunction live(boolean snapStart) {
        if (!snapStart) {
            return function;
        }
        Nag.acknowledge(this, "@aws-cdk/aws-lambda:snapStartRequirePublish", "The alias publishes a version");
        return Alias.Builder.create(scope, "Live")
                .aliasName("live")
                .version(function.getCurrentVersion())
                .build();
    }

    Grants grants() {
        return new Grants(role, deployment);
    }

    CfnFunction resource() {
        if (!(function.getNode().getDefaultChild() instanceof CfnFunction resource)) {
            throw new IllegalStateException(
                    "Cannot find the resource of " + function.getNode().getPath());
        }
        return resource;
    }

    private Function create(FunctionDefinition definition, String logGroup) {
        boolean tracing = deployment.environment().observability().tracing();
        Path folder = deployment.packages().folder(definition.packageName());
        Function.Builder builder = Function.Builder.create(this, "Function")
                .functionName(deployment.names().of(definition.name()))
                .description(definition.description())
                .runtime(Runtime.JAVA_21)
                .architecture(architecture())
                .handler(definition.handler())
                .code(code(folder))
                .memorySize(definition.size().memoryMb())
                .timeout(Duration.seconds(definition.size().timeoutSeconds()))
                .environment(variables(definition))
                .role(role)
                .loggingFormat(LoggingFormat.JSON)
                .logGroup(Logs.group(this, "Logs", logGroup, deployment));
        if (definition.snapStart()) {
            builder.snapStart(SnapStartConf.ON_PUBLISHED_VERSIONS);
        }
        if (tracing) {
            builder.tracing(Tracing.ACTIVE);
            Nag.acknowledge(role, "AwsSolutions-IAM5[Resource::*]", "X-Ray's write actions know no resources");
        }
        Function created = builder.build();
        Nag.acknowledge(
                created,
                "AwsSolutions-L1",
                "Java 21 is maintained and has SnapStart; a newer one is taken once every library is tested on it");
        if (deployment.environment().emulated()) {
            // Where the asset of a real deployment says which folder it was made from.
            ((CfnFunction) created.getNode().getDefaultChild()).addMetadata("aws:asset:path", folder.toString());
        }
        return created;
    }

    private Architecture architecture() {
        return switch (deployment.environment().architecture()) {
            case ARM64 -> Architecture.ARM_64;
            case X86_64 -> Architecture.X86_64;
        };
    }

    /** An emulator runs no Java and is handed none: the local Lambda host loads the folder itself. */
    private Code code(Path folder) {
        return deployment.environment().emulated()
                ? Code.fromBucket(Bucket.fromBucketName(this, "LambdaHost", "lambda-host"), "function", "folder")
                : Code.fromAsset(folder.toString());
    }

    private Map<String, String> variables(FunctionDefinition definition) {
        Map<String, String> variables = new TreeMap<>(definition.variables());
        variables.put("MILLRACE_ENV", deployment.names().environment());
        variables.put("MILLRACE_SERVICE_VERSION", deployment.serviceVersion());
        if (deployment.lambdaHost() != null) {
            variables.put("MINISTACK_LAMBDA_PROXY_URL", deployment.lambdaHost());
        }
        return variables;
    }
}
