package io.millrace.infra;

import io.millrace.infra.environment.CustomDomain;
import io.millrace.infra.environment.Firewall;
import software.constructs.Construct;

/** The door: the function behind a REST API, and what stands in front of it. Needs the stream and the keys' table. */
public final class IngestionStack extends PlatformStack {
    public IngestionStack(Construct scope, Deployment deployment, Alarms alarms) {
        super(scope, "Ingestion", "Millrace: the ingest API", deployment);
        Ingest ingest = new Ingest(this, deployment, alarms);
        IngestApi api = new IngestApi(this, deployment, ingest.target());
        output("IngestApiId", api.id());
        output("IngestStage", IngestApi.STAGE);
        output("UsagePlanId", api.usagePlanId());

        Firewall firewall = deployment.environment().ingest().firewall();
        if (firewall == null) {
            Nag.acknowledge(api, "AwsSolutions-APIG3", "An emulated API is reached from this machine only");
        } else {
            new WebAcl(this, deployment, "ingest", firewall, api.stageArn());
        }
        CustomDomain domain = deployment.environment().ingest().domain();
        if (domain != null) {
            HostName host = new HostName(this, domain, api);
            output("IngestUrl", "https://" + domain.name());
            output("IngestDomainTarget", host.target());
        } else if (!deployment.environment().emulated()) {
            output("IngestUrl", api.url());
        }
    }
}
