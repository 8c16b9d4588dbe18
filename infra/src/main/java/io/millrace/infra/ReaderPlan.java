package io.millrace.infra;

import io.millrace.infra.environment.ServingSettings;
import java.util.List;
import software.amazon.awscdk.services.apigateway.ApiKey;
import software.amazon.awscdk.services.apigateway.Period;
import software.amazon.awscdk.services.apigateway.QuotaSettings;
import software.amazon.awscdk.services.apigateway.Stage;
import software.amazon.awscdk.services.apigateway.ThrottleSettings;
import software.amazon.awscdk.services.apigateway.UsagePlan;
import software.amazon.awscdk.services.apigateway.UsagePlanPerApiStage;
import software.constructs.Construct;

/** The usage plan of readers, and the first reader's key; API Gateway makes its value, which no template holds. */
final class ReaderPlan extends Construct {
    private final ApiKey key;

    ReaderPlan(Construct scope, Deployment deployment, Stage stage) {
        super(scope, "ReaderPlan");
        ServingSettings settings = deployment.environment().serving();
        UsagePlan plan = UsagePlan.Builder.create(this, "Plan")
                .name(deployment.names().of("readers"))
                .description("Rate and quota of one reader")
                .throttle(ThrottleSettings.builder()
                        .rateLimit(settings.keyThrottle().requestsPerSecond())
                        .burstLimit(settings.keyThrottle().burst())
                        .build())
                .quota(QuotaSettings.builder()
                        .limit(settings.keyRequestsPerDay())
                        .period(Period.DAY)
                        .build())
                .apiStages(List.of(UsagePlanPerApiStage.builder()
                        .api(stage.getRestApi())
                        .stage(stage)
                        .build()))
                .build();
        this.key = ApiKey.Builder.create(this, "Key")
                .apiKeyName(deployment.names().of("reader"))
                .description("Reads from the serving API")
                .build();
        plan.addApiKey(key);
    }

    String keyId() {
        return key.getKeyId();
    }
}
