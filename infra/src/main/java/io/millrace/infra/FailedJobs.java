package io.millrace.infra;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.services.events.EventPattern;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.targets.SnsTopic;
import software.amazon.awscdk.services.sns.ITopic;
import software.constructs.Construct;

/** Tells the topic of each run of a Glue job of this environment that failed or ran out of time. */
final class FailedJobs extends Construct {
    FailedJobs(Construct scope, Names names, ITopic topic) {
        super(scope, "FailedJobs");
        Rule.Builder.create(this, "Rule")
                .ruleName(names.of("failed-jobs"))
                .description("Runs of Glue jobs that failed")
                .eventPattern(EventPattern.builder()
                        .source(List.of("aws.glue"))
                        .detailType(List.of("Glue Job State Change"))
                        .detail(new TreeMap<>(Map.of(
                                "jobName", List.of(Map.of("prefix", names.of(""))),
                                "state", List.of("FAILED", "TIMEOUT", "ERROR"))))
                        .build())
                .targets(List.of(SnsTopic.Builder.create(topic).build()))
                .build();
    }
}
