package io.millrace.infra;

import io.millrace.infra.environment.IngestSettings;
import java.util.List;
import software.amazon.awscdk.services.apigateway.Period;
import software.amazon.awscdk.services.apigateway.QuotaSettings;
import software.amazon.awscdk.services.apigateway.Stage;
import software.amazon.awscdk.services.apigateway.ThrottleSettings;
import software.amazon.awscdk.services.apigateway.UsagePlan;
import software.amazon.awscdk.services.apigateway.UsagePlanPerApiStage;
import software.constructs.Construct;

/** The usage plan that every source's key belongs to: each key has its own rate and quota. Keys are made by command. */
final class SourcePlan extends Construct {
    private final UsagePlan plan;

    SourcePlan(Construct scope, Deployment deployment, Stage stage) {
        super(scope, "SourcePlan");
        IngestSettings settings = deployment.environment().ingest();
        this.plan = UsagePlan.Builder.create(this, "Plan")
                .name(deployment.names().of("sources"))
                .description("Rate and quota of one source")
                .throttle(ThrottleSettings.builder()
                        .rateLimit(settings.sourceThrottle().requestsPerSecond())
                        .burstLimit(settings.sourceThrottle().burst())
                        .build())
                .quota(QuotaSettings.builder()
                        .limit(settings.sourcePostsPerDay())
                        .period(Period.DAY)
                        .build())
                .apiStages(List.of(UsagePlanPerApiStage.builder()
                        .api(stage.getRestApi())
                        .stage(stage)
                        .build()))
                .build();
    }

    String id() {
        return plan.getUsagePlanId();
    }
}
