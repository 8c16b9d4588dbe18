package io.millrace.infra;

import io.millrace.infra.environment.ServingSettings;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.apigateway.ApiKey;
import software.amazon.awscdk.services.apigateway.EndpointType;
import software.amazon.awscdk.services.apigateway.IResource;
import software.amazon.awscdk.services.apigateway.LambdaIntegration;
import software.amazon.awscdk.services.apigateway.LambdaIntegrationOptions;
import software.amazon.awscdk.services.apigateway.MethodOptions;
import software.amazon.awscdk.services.apigateway.RequestValidator;
import software.amazon.awscdk.services.apigateway.Resource;
import software.amazon.awscdk.services.apigateway.RestApi;
import software.amazon.awscdk.services.lambda.IFunction;
import software.constructs.Construct;

/** The REST API that reads, every method of it with a reader's key. */
final class ServingApi extends Construct {
    static final String STAGE = "live";

    private final Deployment deployment;
    private final RestApi api;
    private final ApiKey key;

    ServingApi(Construct scope, Deployment deployment, IFunction function) {
        super(scope, "ServingApi");
        this.deployment = deployment;
        this.api = create();
        // The endpoint comes out under the platform's own name for it.
        api.getNode().tryRemoveChild("Endpoint");
        addMethods(new LambdaIntegration(
                function,
                LambdaIntegrationOptions.builder().allowTestInvoke(false).build()));
        GatewayAnswers.add(api);
        this.key = readersKey();
        Nag.acknowledge(
                this, "AwsSolutions-COG4", "Readers are programs with a key, which the usage plan holds to its rate");
        Nag.acknowledge(this, "AwsSolutions-APIG4", "Every method needs a reader's API key");
    }

    String id() {
        return api.getRestApiId();
    }

    String keyId() {
        return key.getKeyId();
    }

    String url() {
        return ApiStage.url(api, STAGE, deployment.names());
    }

    String stageArn() {
        return api.getDeploymentStage().getStageArn();
    }

    /** The first reader's key; API Gateway makes its value, which no template holds. */
    private ApiKey readersKey() {
        ServingSettings settings = deployment.environment().serving();
        KeyPlan plan = new KeyPlan(
                this,
                "ReaderPlan",
                deployment.names().of("readers"),
                "reader",
                settings.keyThrottle(),
                settings.keyRequestsPerDay(),
                api.getDeploymentStage());
        ApiKey made = ApiKey.Builder.create(plan, "Key")
                .apiKeyName(deployment.names().of("reader"))
                .description("Reads from the serving API")
                .build();
        plan.add(made);
        return made;
    }

    private void addMethods(LambdaIntegration answers) {
        RequestValidator validator = RequestValidator.Builder.create(this, "Validator")
                .restApi(api)
                .requestValidatorName(deployment.names().of("serving"))
                .validateRequestParameters(true)
                // Holds for methods with a model. The query's body has none here: the function says what is wrong in
                // it.
                .validateRequestBody(true)
                .build();
        IResource root = api.getRoot();
        Resource tables = root.addResource("tables");
        Resource table = tables.addResource("{name}");
        Resource catalog = root.addResource("catalog");
        Resource lineage = catalog.addResource("lineage").addResource("{name}");
        Map<String, Boolean> named = Map.of("method.request.path.name", true);
        add("GET", root.addResource("health"), answers, validator, Map.of());
        add("GET", tables, answers, validator, Map.of("method.request.querystring.layer", false));
        add("GET", table, answers, validator, named);
        add("GET", table.addResource("preview"), answers, validator, named);
        add("GET", catalog, answers, validator, Map.of());
        add("GET", lineage, answers, validator, named);
        add("POST", root.addResource("query"), answers, validator, Map.of());
    }

    private static void add(
            String method,
            IResource resource,
            LambdaIntegration answers,
            RequestValidator validator,
            Map<String, Boolean> parameters) {
        resource.addMethod(
                method,
                answers,
                MethodOptions.builder()
                        .apiKeyRequired(true)
                        .requestValidator(validator)
                        .requestParameters(parameters)
                        .build());
    }

    private RestApi create() {
        ServingSettings settings = deployment.environment().serving();
        return RestApi.Builder.create(this, "Api")
                .restApiName(deployment.names().of("serving"))
                .description("Millrace " + deployment.names().environment() + ": serving")
                .endpointTypes(List.of(EndpointType.REGIONAL))
                .cloudWatchRole(false)
                .deployOptions(ApiStage.options(this, deployment, "serving", STAGE, settings.throttle())
                        .build())
                .build();
    }
}
