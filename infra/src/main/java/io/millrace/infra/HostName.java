package io.millrace.infra;

import io.millrace.infra.environment.CustomDomain;
import software.amazon.awscdk.services.apigateway.BasePathMapping;
import software.amazon.awscdk.services.apigateway.DomainName;
import software.amazon.awscdk.services.apigateway.EndpointType;
import software.amazon.awscdk.services.apigateway.SecurityPolicy;
import software.amazon.awscdk.services.certificatemanager.Certificate;
import software.constructs.Construct;

/** The API under a host name of one's own: an origin without a path, as SDKs want it. Its DNS record is made by hand. */
final class HostName extends Construct {
    private final DomainName domain;

    HostName(Construct scope, CustomDomain settings, IngestApi api) {
        super(scope, "HostName");
        this.domain = DomainName.Builder.create(this, "Domain")
                .domainName(settings.name())
                .certificate(Certificate.fromCertificateArn(this, "Certificate", settings.certificateArn()))
                .endpointType(EndpointType.REGIONAL)
                .securityPolicy(SecurityPolicy.TLS_1_2)
                .build();
        BasePathMapping.Builder.create(this, "Root")
                .domainName(domain)
                .restApi(api.restApi())
                .stage(api.restApi().getDeploymentStage())
                .build();
    }

    /** What the host name's CNAME or alias record points to. */
    String target() {
        return domain.getDomainNameAliasDomainName();
    }
}
