package io.millrace.infra;

import io.millrace.infra.environment.AirflowSettings;
import software.constructs.Construct;

/** Managed Airflow, for an environment that asks for it. Needs the jobs. */
public final class AirflowStack extends PlatformStack {
    public AirflowStack(Construct scope, Deployment deployment, AirflowSettings settings) {
        super(scope, "Airflow", "Millrace: managed Airflow with the platform's DAGs", deployment);
        DagBucket dags = new DagBucket(this, deployment);
        AirflowRole role = new AirflowRole(this, deployment, deployment.pipeline());
        new Airflow(this, deployment, settings, dags, role);
    }
}
