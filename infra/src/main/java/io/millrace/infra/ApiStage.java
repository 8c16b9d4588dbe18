package io.millrace.infra;

import io.millrace.infra.environment.Throttle;
import software.amazon.awscdk.services.apigateway.AccessLogFormat;
import software.amazon.awscdk.services.apigateway.LogGroupLogDestination;
import software.amazon.awscdk.services.apigateway.MethodLoggingLevel;
import software.amazon.awscdk.services.apigateway.RestApi;
import software.amazon.awscdk.services.apigateway.StageOptions;
import software.constructs.Construct;

/** The one stage of a REST API: throttled, measured, and logged without anybody's data. */
final class ApiStage {
    private ApiStage() {}

    /**
     * What every stage is set to.
     *
     * @param name of the API, in its log group's name
     */
    static StageOptions.Builder options(
            Construct api, Deployment deployment, String name, String stage, Throttle throttle) {
        return StageOptions.builder()
                .stageName(stage)
                .throttlingRateLimit(throttle.requestsPerSecond())
                .throttlingBurstLimit(throttle.burst())
                .metricsEnabled(true)
                .loggingLevel(MethodLoggingLevel.ERROR)
                .dataTraceEnabled(false)
                .tracingEnabled(deployment.environment().observability().tracing())
                .accessLogDestination(new LogGroupLogDestination(Logs.group(
                        api,
                        "AccessLogs",
                        "/millrace/" + deployment.names().environment() + "/" + name + "-access",
                        deployment)))
                .accessLogFormat(AccessLogFormat.jsonWithStandardFields());
    }

    static String url(RestApi api, String stage, Names names) {
        return "https://" + api.getRestApiId() + ".execute-api." + names.region() + ".amazonaws.com/" + stage;
    }
}
