package io.millrace.job;

import io.millrace.job.argument.Argument;
import org.jspecify.annotations.Nullable;

/**
 * What every job can be told. The deployed job's default arguments hold an environment's settings; a run may give others.
 *
 * @param env part of the databases' names
 * @param warehouse {@code s3://BUCKET/warehouse} for tables in the Glue catalog, or a folder, for tables in that folder
 * @param parallelism tasks that run beside one another in a shuffle
 */
public record RunSettings(
        @Argument("Environment, as local or dev") String env,

        @Argument("Where tables are: s3://BUCKET/warehouse, or a folder for a trial without a catalog")
        String warehouse,

        @Argument(value = "Only say what would be done", byDefault = "false")
        boolean dryRun,

        @Argument(value = "Tasks side by side in a shuffle", byDefault = "8")
        int parallelism,

        @Argument("Id of what this run loads; the run's id where it is not given") @Nullable
        String batchId,

        @Argument("Id of the run, given by Glue") @Nullable String jobRunId,

        @Argument(value = "Where OpenLineage events go: none, console, file:PATH or http://HOST", byDefault = "none")
        String lineage) {
    public RunSettings {
        if (!env.matches("[a-z][a-z0-9]*")) {
            throw new IllegalArgumentException("Cannot use --env '" + env + "': lower-case letters and digits");
        }
        if (parallelism < 1 || parallelism > 10_000) {
            throw new IllegalArgumentException("Cannot use --parallelism " + parallelism + ": 1 to 10000");
        }
    }
}
