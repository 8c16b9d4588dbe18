package io.millrace.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.millrace.target.StackOutputs;
import io.millrace.target.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.ConcurrentRunsExceededException;
import software.amazon.awssdk.services.glue.model.EntityNotFoundException;
import software.amazon.awssdk.services.glue.model.JobRun;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Starts runs through Glue's API and waits for them. */
public final class JobRuns implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Set<String> ENDED = Set.of("SUCCEEDED", "FAILED", "TIMEOUT", "STOPPED", "ERROR", "EXPIRED");

    private final Target target;
    private final GlueClient glue;

    public JobRuns(Target target) {
        this.target = target;
        this.glue = target.clients().glue();
    }

    /**
     * Starts a run.
     *
     * @param job without its environment
     * @param arguments by {@code --name}
     * @return the run's id
     * @throws IllegalArgumentException if there is no such job
     * @throws IllegalStateException if as many runs of it as may go on already
     */
    public String start(String job, Map<String, String> arguments) {
        try {
            return glue.startJobRun(request -> request.jobName(name(job)).arguments(arguments))
                    .jobRunId();
        } catch (EntityNotFoundException e) {
            throw new IllegalArgumentException(
                    "Cannot run job " + job + ": environment " + target.env() + " has "
                            + String.join(", ", new JobCatalog(target).jobs().keySet()),
                    e);
        } catch (ConcurrentRunsExceededException e) {
            throw new IllegalStateException("Cannot run job " + job + ": it runs already", e);
        }
    }

    /**
     * Starts a run and waits until it has ended.
     *
     * @param progress told its state as it goes
     * @throws IllegalArgumentException if there is no such job
     */
    public RunEnd run(String job, Map<String, String> arguments, Consumer<String> progress)
            throws InterruptedException {
        return await(job, start(job, arguments), progress);
    }

    private RunEnd await(String job, String id, Consumer<String> progress) throws InterruptedException {
        while (true) {
            JobRun run = glue.getJobRun(request -> request.jobName(name(job)).runId(id))
                    .jobRun();
            String state = run.jobRunStateAsString();
            if (ENDED.contains(state)) {
                String error = run.errorMessage() == null ? "" : run.errorMessage();
                return new RunEnd(state, error, report(job, id));
            }
            progress.accept(state);
            Thread.sleep(POLL.toMillis());
        }
    }

    @Override
    public void close() {
        glue.close();
    }

    private Optional<JsonNode> report(String job, String id) {
        String bucket = StackOutputs.of(target).need("LakeBucket");
        String key = "system/jobs/" + job + "/" + id + ".json";
        try (S3Client s3 = target.clients().s3()) {
            return Optional.of(JSON.readTree(
                    s3.getObjectAsBytes(request -> request.bucket(bucket).key(key))
                            .asByteArray()));
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read s3://" + bucket + "/" + key, e);
        }
    }

    private String name(String job) {
        return JobCatalog.prefix(target) + job;
    }
}
