package io.millrace.job.argument;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Names among a job's arguments that are Glue's own and mean nothing to a job. */
final class GlueOptions {
    /** "Using job parameters in AWS Glue jobs" of the Glue developer guide, in lower case. */
    private static final Set<String> NAMES = Set.of(
            "additional-python-modules",
            "auto-scale-within-microbatch",
            "class",
            "conf",
            "customer-driver-env-vars",
            "customer-executor-env-vars",
            "datalake-formats",
            "disable-proxy-v2",
            "encryption-type",
            "executor-cores",
            "extra-files",
            "extra-jars",
            "extra-py-files",
            "job-bookmark-option",
            "job-language",
            "job_id",
            "job_name",
            "python-modules-installer-option",
            "scriptlocation",
            "security_configuration",
            "spark-event-logs-path",
            "tempdir",
            "use-postgres-driver",
            "user-jars-first",
            "write-shuffle-files-to-s3",
            "write-shuffle-spills-to-s3");

    private static final List<String> PREFIXES = List.of("enable-", "continuous-log-", "custom-log", "job-insights-");

    private GlueOptions() {}

    static boolean contains(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return NAMES.contains(lower) || PREFIXES.stream().anyMatch(lower::startsWith);
    }
}
