package io.millrace.infra;

import io.millrace.infra.environment.Environment;
import io.millrace.infra.environment.Removal;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.RemovalPolicy;

/**
 * All that a stack must know from outside.
 *
 * @param dags the folder that Airflow reads
 * @param contractsDigest changes when a contract changes; the migration then runs again
 * @param serviceVersion the platform's version, written into every row
 * @param lambdaHost where an emulator reaches the process that runs the functions, or null where AWS runs them
 * @param gateway origin of the local platform's endpoint, which takes alerts in the place of Slack, or null
 */
public record Deployment(
        Environment environment,
        Names names,
        FunctionPackages packages,
        JobPackage jobs,
        QueryFiles queries,
        Path dags,
        String contractsDigest,
        String serviceVersion,
        @Nullable String lambdaHost,
        @Nullable String gateway) {

    /** What runs the jobs in their order reads it from the file beside its DAG. */
    PipelineFile pipeline() {
        return PipelineFile.read(dags.resolve(Names.PIPELINE + ".yaml"));
    }

    RemovalPolicy removalPolicy() {
        return environment.removal() == Removal.RETAIN ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
    }
}
