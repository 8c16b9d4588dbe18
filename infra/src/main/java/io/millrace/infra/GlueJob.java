package io.millrace.infra;

import io.millrace.infra.environment.JobSettings;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.services.glue.CfnJob;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.constructs.Construct;

/** One job with its role, which may do nothing but what is granted. */
final class GlueJob extends Construct {
    /** Spark 3.5, Scala 2.12, Java 17, Iceberg 1.10: what the jar is compiled against. */
    private static final String GLUE_VERSION = "5.1";

    GlueJob(Construct scope, JobDefinition definition, Deployment deployment, JobCode code) {
        super(scope, definition.id());
        Names names = deployment.names();
        JobSettings settings = deployment.environment().jobs();
        Role role = Role.Builder.create(this, "Role")
                .assumedBy(new ServicePrincipal("glue.amazonaws.com"))
                .description("Millrace " + names.environment() + ": job " + definition.name())
                .build();
        new JobGrants(new Grants(role, deployment), names).grant(definition, code);
        CfnJob job = CfnJob.Builder.create(this, "Job")
                .name(names.of(definition.name()))
                .description(definition.description())
                .glueVersion(GLUE_VERSION)
                .role(role.getRoleArn())
                .command(CfnJob.JobCommandProperty.builder()
                        .name("glueetl")
                        .scriptLocation(code.script())
                        .build())
                .defaultArguments(arguments(definition, names, settings, code))
                .workerType(settings.workerType())
                .numberOfWorkers(settings.workers())
                .timeout(settings.timeoutMinutes())
                // Whoever started a run decides whether it is tried again.
                .maxRetries(0)
                .executionProperty(CfnJob.ExecutionPropertyProperty.builder()
                        .maxConcurrentRuns(1)
                        .build())
                .build();
        Nag.acknowledge(
                job,
                "AwsSolutions-GL1",
                "CloudWatch encrypts its log groups by itself, and no row is written to a log");
        Nag.acknowledge(job, "AwsSolutions-GL3", "No job bookmarks are used: the tables themselves say what was done");
    }

    private static Map<String, String> arguments(
            JobDefinition definition, Names names, JobSettings settings, JobCode code) {
        Map<String, String> arguments = new TreeMap<>(Map.of(
                "--job-language",
                "scala",
                "--class",
                "io.millrace.job." + definition.className(),
                "--datalake-formats",
                "iceberg",
                "--custom-logGroup-prefix",
                JobLogs.prefix(names),
                "--env",
                names.environment(),
                "--warehouse",
                "s3://" + names.lakeBucket() + "/warehouse",
                "--parallelism",
                Integer.toString(settings.parallelism()),
                "--lineage",
                settings.lineage()));
        if (definition.ledger() != LedgerUse.NONE) {
            arguments.put("--ledger_table", names.ledgerTable());
        }
        code.jar().ifPresent(jar -> arguments.put("--extra-jars", jar));
        return arguments;
    }
}
