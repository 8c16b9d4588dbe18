package io.millrace.infra;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What a pipeline runs, in which order, and when: the file beside its DAG, which is read there too. */
record PipelineFile(Schedule schedule, Retries retries, List<Step> steps) {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    PipelineFile {
        steps = List.copyOf(steps);
        for (Step step : steps) {
            if (JobsStack.JOBS.stream().noneMatch(job -> job.name().equals(step.job()))) {
                throw new IllegalArgumentException(
                        "Cannot run " + step.task() + ": there is no job '" + step.job() + "' in JobsStack");
            }
        }
    }

    /** Every day at this time, UTC. */
    record Schedule(int minute, int hour) {
        /** In EventBridge Scheduler's words. */
        String cron() {
            return "cron(" + minute + " " + hour + " * * ? *)";
        }
    }

    /**
     * How a step that failed is tried again; each wait is twice the one before.
     *
     * @param attempts after the first try
     */
    record Retries(int attempts, int firstAfterSeconds, int longestWaitSeconds) {}

    /**
     * @param task its name in a run
     * @param job without its environment
     */
    record Step(String task, String job) {}

    /** ARNs of the jobs that it runs. */
    String[] jobs(Names names) {
        return steps.stream().map(step -> names.jobArn(step.job())).distinct().toArray(String[]::new);
    }

    /** @throws IllegalArgumentException naming the file, if it cannot be read */
    static PipelineFile read(Path file) {
        try {
            return YAML.readValue(file.toFile(), PipelineFile.class);
        } catch (IOException e) {
            throw new IllegalArgumentException("Cannot read pipeline " + file + ": " + e.getMessage(), e);
        }
    }
}
