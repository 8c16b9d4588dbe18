package io.millrace.infra;

import io.millrace.contract.Contracts;
import io.millrace.infra.environment.AirflowSettings;
import io.millrace.infra.environment.Environment;
import io.millrace.infra.environment.EnvironmentFile;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.App;

/**
 * The CDK app. Context: {@code env} chooses the environment; {@code account} and {@code region} overrule its file;
 * {@code environments}, {@code lambdas} and {@code jobs} are folders, from the repository's root if relative; {@code lambdaHost} is the
 * address of the local Lambda host, {@code gateway} that of the local endpoint.
 */
public final class MillraceApp {
    private MillraceApp() {}

    public static void main(String[] args) {
        App app = new App();
        try {
            addStacks(app, deployment(app, System.getenv()));
        } catch (IllegalArgumentException | IllegalStateException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
        app.synth();
    }

    /** Adds the stacks, in the order in which they need each other. */
    static void addStacks(App app, Deployment deployment) {
        Alarms alarms = new Alarms(deployment.names());
        StorageStack storage = new StorageStack(app, deployment);
        StreamingStack streaming = new StreamingStack(app, deployment, alarms);
        LakeStack lake = new LakeStack(app, deployment, storage.key(), alarms);
        lake.addStackDependency(storage);
        lake.addStackDependency(streaming);
        IngestionStack ingestion = new IngestionStack(app, deployment, alarms);
        ingestion.addStackDependency(storage);
        ingestion.addStackDependency(streaming);
        // Tables, then their writer, then the door: nothing sends what the stage after it does not know yet.
        ingestion.addStackDependency(lake);
        ServingStack serving = new ServingStack(app, deployment, storage.key(), alarms);
        serving.addStackDependency(storage);
        // API Gateway's log role, of which an account has one, comes with the door.
        serving.addStackDependency(ingestion);
        JobsStack jobs = new JobsStack(app, deployment, alarms);
        jobs.addStackDependency(lake);
        AirflowSettings airflow = deployment.environment().orchestration().airflow();
        if (airflow != null) {
            new AirflowStack(app, deployment, airflow).addStackDependency(jobs);
        }
        new QueriesStack(app, deployment).addStackDependency(lake);
        MonitoringStack monitoring = new MonitoringStack(app, deployment, storage.key(), alarms);
        monitoring.addStackDependency(storage);
    }

    static Deployment deployment(App app, Map<String, String> variables) {
        String name = context(app, "env")
                .orElseThrow(() -> new IllegalArgumentException(
                        "Cannot choose an environment: give one of infra/environments with -c env=NAME"));
        Environment environment =
                EnvironmentFile.read(Path.of(context(app, "environments").orElse("infra/environments")), name);
        String account = account(app, environment, variables.get("CDK_DEFAULT_ACCOUNT"));
        String region = context(app, "region").orElse(environment.region());
        return new Deployment(
                environment,
                new Names(name, account, region),
                new FunctionPackages(Path.of(context(app, "lambdas").orElse("lambdas"))),
                new JobPackage(Path.of(context(app, "jobs").orElse("glue-jobs"))),
                new QueryFiles(Path.of(context(app, "queries").orElse("athena-queries"))),
                Path.of(context(app, "dags").orElse("airflow-dags/dags")),
                Contracts.bundled().digest(),
                ServiceVersion.read(),
                context(app, "lambdaHost").orElse(null),
                context(app, "gateway").orElse(null));
    }

    private static String account(App app, Environment environment, @Nullable String credentialsAccount) {
        return context(app, "account")
                .or(() -> Optional.ofNullable(environment.account()))
                .or(() -> Optional.ofNullable(credentialsAccount))
                .orElseThrow(
                        () -> new IllegalArgumentException(
                                "Cannot deploy environment " + environment.name()
                                        + ": no account; set it in the environment's file, with -c account=NUMBER, or by AWS credentials"));
    }

    private static Optional<String> context(App app, String key) {
        return Optional.ofNullable(app.getNode().tryGetContext(key)).map(Object::toString);
    }
}
