package io.millrace.infra;

import io.millrace.infra.environment.IngestSettings;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.apigateway.EndpointType;
import software.amazon.awscdk.services.apigateway.LambdaIntegration;
import software.amazon.awscdk.services.apigateway.LambdaIntegrationOptions;
import software.amazon.awscdk.services.apigateway.MethodDeploymentOptions;
import software.amazon.awscdk.services.apigateway.MethodLoggingLevel;
import software.amazon.awscdk.services.apigateway.MethodOptions;
import software.amazon.awscdk.services.apigateway.RequestValidator;
import software.amazon.awscdk.services.apigateway.Resource;
import software.amazon.awscdk.services.apigateway.RestApi;
import software.amazon.awscdk.services.lambda.IFunction;
import software.constructs.Construct;

/**
 * {@code POST /v1/events} and {@code /v1/events/{dataset}}, with a source's key, and every other path, passed to the
 * function as they come. SDKs carry their key where API Gateway cannot read it: on the other paths the function checks it,
 * under a throttle of their own.
 */
final class IngestApi extends Construct {
    static final String STAGE = "live";

    private static final String OTHERS = "{proxy+}";

    private final Deployment deployment;
    private final RestApi api;
    private final KeyPlan plan;

    IngestApi(Construct scope, Deployment deployment, IFunction function) {
        super(scope, "IngestApi");
        this.deployment = deployment;
        this.api = create();
        // The endpoint comes out under the platform's own name for it.
        api.getNode().tryRemoveChild("Endpoint");
        LambdaIntegration door = new LambdaIntegration(
                function,
                LambdaIntegrationOptions.builder().allowTestInvoke(false).build());
        RequestValidator validator = RequestValidator.Builder.create(this, "Validator")
                .restApi(api)
                .requestValidatorName(deployment.names().of("ingest"))
                .validateRequestParameters(true)
                // Holds for methods with a model. Ours have none: bodies have many shapes, and the function checks
                // them.
                .validateRequestBody(true)
                .build();
        Resource events = api.getRoot().addResource("v1").addResource("events");
        addMethods(events, door, validator, Map.of());
        addMethods(events.addResource("{dataset}"), door, validator, Map.of("method.request.path.dataset", true));
        // Segment's paths, with and without a slash at their end, and those of protocols that are told what is spoken.
        addOpenMethods(api.getRoot().addResource(OTHERS), door, validator);
        GatewayAnswers.add(api);
        IngestSettings settings = deployment.environment().ingest();
        this.plan = new KeyPlan(
                this,
                "SourcePlan",
                deployment.names().of("sources"),
                "source",
                settings.sourceThrottle(),
                settings.sourcePostsPerDay(),
                api.getDeploymentStage());
        Nag.acknowledge(
                this,
                "AwsSolutions-COG4",
                "Sources are machines and web pages with a public write key, checked by the usage plan and the function");
        Nag.acknowledge(
                this,
                "AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/"
                        + "AmazonAPIGatewayPushToCloudWatchLogs]",
                "API Gateway's one log role in the account is the one that AWS's guide gives it, and serves other APIs too");
        Nag.acknowledge(
                this,
                "AwsSolutions-APIG4",
                "The source's API key is required; a preflight carries none, an SDK's key is checked by the function");
    }

    RestApi restApi() {
        return api;
    }

    String id() {
        return api.getRestApiId();
    }

    String usagePlanId() {
        return plan.id();
    }

    String url() {
        return ApiStage.url(api, STAGE, deployment.names());
    }

    String stageArn() {
        return api.getDeploymentStage().getStageArn();
    }

    private RestApi create() {
        IngestSettings settings = deployment.environment().ingest();
        return RestApi.Builder.create(this, "Api")
                .restApiName(deployment.names().of("ingest"))
                .description("Millrace " + deployment.names().environment() + ": ingest")
                .endpointTypes(List.of(EndpointType.REGIONAL))
                // Every body reaches the function byte for byte, whatever its Content-Type says.
                .binaryMediaTypes(List.of("*/*"))
                .cloudWatchRole(settings.accountLogRole())
                .cloudWatchRoleRemovalPolicy(settings.accountLogRole() ? RemovalPolicy.RETAIN : null)
                .deployOptions(ApiStage.options(this, deployment, "ingest", STAGE, settings.throttle())
                        .methodOptions(Map.of(
                                "/" + OTHERS + "/POST",
                                MethodDeploymentOptions.builder()
                                        .throttlingRateLimit(
                                                settings.sdkThrottle().requestsPerSecond())
                                        .throttlingBurstLimit(
                                                settings.sdkThrottle().burst())
                                        .metricsEnabled(true)
                                        .loggingLevel(MethodLoggingLevel.ERROR)
                                        .dataTraceEnabled(false)
                                        .build()))
                        .build())
                .build();
    }

    private static void addOpenMethods(Resource resource, LambdaIntegration door, RequestValidator validator) {
        for (String method : List.of("POST", "OPTIONS", "GET")) {
            resource.addMethod(
                    method,
                    door,
                    MethodOptions.builder()
                            .requestValidator(validator)
                            .requestParameters(Map.of("method.request.path.proxy", true))
                            .build());
        }
    }

    private static void addMethods(
            Resource resource, LambdaIntegration door, RequestValidator validator, Map<String, Boolean> parameters) {
        resource.addMethod(
                "POST",
                door,
                MethodOptions.builder()
                        .apiKeyRequired(true)
                        .requestValidator(validator)
                        .requestParameters(parameters)
                        .build());
        // A preflight is answered by the function, which knows the key's origins.
        resource.addMethod(
                "OPTIONS",
                door,
                MethodOptions.builder()
                        .requestValidator(validator)
                        .requestParameters(parameters)
                        .build());
    }
}
