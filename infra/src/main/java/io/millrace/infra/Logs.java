package io.millrace.infra;

import software.amazon.awscdk.services.logs.CfnLogGroup;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/** A log group that forgets after the environment's number of days. */
final class Logs {
    private Logs() {}

    static LogGroup group(Construct scope, String id, String name, Deployment deployment) {
        LogGroup group = LogGroup.Builder.create(scope, id)
                .logGroupName(name)
                .removalPolicy(deployment.removalPolicy())
                .build();
        if (!(group.getNode().getDefaultChild() instanceof CfnLogGroup resource)) {
            throw new IllegalStateException("Cannot set the retention of " + name + ": it is not a log group");
        }
        resource.setRetentionInDays(deployment.environment().observability().logRetentionDays());
        return group;
    }
}
