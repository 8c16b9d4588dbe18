package io.millrace.infra;

import io.millrace.infra.environment.Throttle;
import java.util.List;
import software.amazon.awscdk.services.apigateway.IApiKey;
import software.amazon.awscdk.services.apigateway.Period;
import software.amazon.awscdk.services.apigateway.QuotaSettings;
import software.amazon.awscdk.services.apigateway.Stage;
import software.amazon.awscdk.services.apigateway.ThrottleSettings;
import software.amazon.awscdk.services.apigateway.UsagePlan;
import software.amazon.awscdk.services.apigateway.UsagePlanPerApiStage;
import software.constructs.Construct;

/** The usage plan that the keys of one API belong to: each key has its own rate and quota. */
final class KeyPlan extends Construct {
    private final UsagePlan plan;

    /**
     * @param name of the plan, as {@code millrace-ENV-sources}
     * @param whose the keys are, as {@code source}
     * @param requestsPerDay of one key
     */
    KeyPlan(Construct scope, String id, String name, String whose, Throttle throttle, int requestsPerDay, Stage stage) {
        super(scope, id);
        this.plan = UsagePlan.Builder.create(this, "Plan")
                .name(name)
                .description("Rate and quota of one " + whose)
                .throttle(ThrottleSettings.builder()
                        .rateLimit(throttle.requestsPerSecond())
                        .burstLimit(throttle.burst())
                        .build())
                .quota(QuotaSettings.builder()
                        .limit(requestsPerDay)
                        .period(Period.DAY)
                        .build())
                .apiStages(List.of(UsagePlanPerApiStage.builder()
                        .api(stage.getRestApi())
                        .stage(stage)
                        .build()))
                .build();
    }

    void add(IApiKey key) {
        plan.addApiKey(key);
    }

    String id() {
        return plan.getUsagePlanId();
    }
}
