package io.millrace.infra;

import io.millrace.infra.environment.Firewall;
import io.millrace.infra.environment.ServingSettings;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.kms.IKey;
import software.constructs.Construct;

/** The API that reads: its function, its Athena workgroup, and what stands in front of it. Needs the buckets. */
public final class ServingStack extends PlatformStack {
    public ServingStack(Construct scope, Deployment deployment, @Nullable IKey key, Alarms alarms) {
        super(scope, "Serving", "Millrace: the API that reads", deployment);
        ServingSettings settings = deployment.environment().serving();
        Workgroup workgroup = new Workgroup(
                this, deployment, deployment.names().servingWorkgroup(), Serving.RESULTS, settings.maxScanBytes(), key);
        Serving serving = new Serving(this, deployment, alarms);
        serving.getNode().addDependency(workgroup);
        ServingApi api = new ServingApi(this, deployment, serving.target());
        output("ServingApiId", api.id());
        output("ServingKeyId", api.keyId());
        if (!deployment.environment().emulated()) {
            output("ServingUrl", api.url());
        }
        Firewall firewall = settings.firewall();
        if (firewall == null) {
            Nag.acknowledge(api, "AwsSolutions-APIG3", "An emulated API is reached from this machine only");
        } else {
            new WebAcl(this, deployment, "serving", firewall, api.stageArn());
        }
    }
}
