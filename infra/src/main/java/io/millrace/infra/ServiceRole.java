package io.millrace.infra;

import java.util.Map;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.constructs.Construct;

/** A role that one service of AWS takes on in this account. */
final class ServiceRole {
    /** @param does what the service does with it, for people */
    static Role of(Construct scope, String id, String service, Deployment deployment, String does) {
        return Role.Builder.create(scope, id)
                .assumedBy(new ServicePrincipal(service)
                        .withConditions(Map.of(
                                "StringEquals",
                                Map.of("aws:SourceAccount", deployment.names().account()))))
                .description("Millrace " + deployment.names().environment() + ": " + does)
                .build();
    }

    private ServiceRole() {}
}
