package io.millrace.infra;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.s3.assets.Asset;
import software.constructs.Construct;

/**
 * The jar of all jobs, uploaded once. An emulator runs no Spark and is handed none: the local gateway runs the jar from
 * where it was built.
 */
final class JobCode extends Construct {
    private final @Nullable Asset jar;
    private final @Nullable Asset script;

    JobCode(Construct scope, Deployment deployment) {
        super(scope, "Code");
        boolean emulated = deployment.environment().emulated();
        JobPackage built = deployment.jobs();
        jar = emulated
                ? null
                : Asset.Builder.create(this, "Jar").path(built.jar().toString()).build();
        script = emulated
                ? null
                : Asset.Builder.create(this, "Script")
                        .path(built.script().toString())
                        .build();
    }

    Optional<String> jar() {
        return Optional.ofNullable(jar).map(Asset::getS3ObjectUrl);
    }

    String script() {
        return script == null ? "s3://glue-jobs/entry.scala" : script.getS3ObjectUrl();
    }

    /** ARNs of what a job's role must read to start. */
    List<String> arns() {
        return jar == null || script == null ? List.of() : List.of(arn(jar), arn(script));
    }

    private static String arn(Asset asset) {
        return "arn:aws:s3:::" + asset.getS3BucketName() + "/" + asset.getS3ObjectKey();
    }
}
