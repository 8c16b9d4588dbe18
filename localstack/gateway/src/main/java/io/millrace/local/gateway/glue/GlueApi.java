package io.millrace.local.gateway.glue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.local.gateway.upstream.Store;
import io.millrace.local.gateway.wire.Reply;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The part of Glue's API (JSON 1.1, {@code X-Amz-Target: AWSGlue.*}) that runs jobs. A run is a process of the built jar
 * with Spark in local mode; the job itself is the one that is deployed. The rest of Glue is the emulator's.
 */
public final class GlueApi implements AutoCloseable {
    /** What an X-Amz-Target of this API begins with. */
    public static final String TARGET_PREFIX = "AWSGlue.";

    private static final Logger LOG = Logger.getLogger(GlueApi.class.getName());
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MAX_RESULTS = 200;

    private final JobDefinitions jobs;
    private final JobRuns runs;
    private final Clock clock;
    private final Map<String, Operation> operations = Map.of(
            "StartJobRun", this::start,
            "GetJobRun", this::get,
            "GetJobRuns", this::list,
            "BatchStopJobRun", this::stop,
            "GetJob", this::job);

    /**
     * Knows the runs of earlier processes.
     *
     * @param assembly where the CDK app was synthesised
     * @param folder for the runs and what they say
     * @param minute how long a minute of a time limit takes, for tests
     * @param failures told of runs that failed
     */
    public GlueApi(
            Store store,
            Path assembly,
            JobLauncher launcher,
            Path folder,
            Clock clock,
            Duration minute,
            RunFailures failures)
            throws IOException {
        this.jobs = new JobDefinitions(store, assembly);
        this.runs = new JobRuns(launcher, new RunArchive(folder), clock, minute, failures::ended);
        this.clock = clock;
    }

    /** Whether this operation is answered here. */
    public boolean answers(String operation) {
        return operations.containsKey(operation);
    }

    /** Answers one request; an error is a reply too. */
    public Reply answer(String operation, byte[] content) {
        try {
            JsonNode request = content.length == 0 ? JSON.createObjectNode() : JSON.readTree(content);
            Operation known = operations.get(operation);
            if (known == null) {
                throw GlueException.invalid("Cannot answer " + operation + " here");
            }
            return reply(200, known.answer(request));
        } catch (GlueException e) {
            return error(400, e.type(), String.valueOf(e.getMessage()));
        } catch (JsonProcessingException e) {
            return error(400, "SerializationException", e.getOriginalMessage());
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, "Cannot answer AWSGlue." + operation, e);
            return error(500, "InternalServiceException", "Cannot answer AWSGlue." + operation + ": " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return error(500, "InternalServiceException", "The gateway is stopping");
        }
    }

    @Override
    public void close() {
        runs.close();
    }

    private ObjectNode start(JsonNode request) throws GlueException, IOException, InterruptedException {
        JobDefinition job = jobs.get(text(request, "JobName"));
        int timeout = request.path("Timeout").asInt(job.timeoutMinutes());
        if (timeout < 1) {
            throw GlueException.invalid("Timeout must be at least 1 minute, is " + timeout);
        }
        JobRun run = runs.start(job, JobDefinition.texts(request.path("Arguments")), timeout);
        return JsonNodeFactory.instance.objectNode().put("JobRunId", run.id());
    }

    private ObjectNode get(JsonNode request) throws GlueException, IOException, InterruptedException {
        JobRun run = runs.get(text(request, "JobName"), text(request, "RunId"));
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.set("JobRun", run.json(jobs.get(run.job()), clock.millis()));
        return answer;
    }

    private ObjectNode list(JsonNode request) throws GlueException, IOException, InterruptedException {
        JobDefinition job = jobs.get(text(request, "JobName"));
        List<JobRun> all = runs.of(job.name());
        int from = request.path("NextToken").asInt(0);
        int until = Math.min(all.size(), from + request.path("MaxResults").asInt(MAX_RESULTS));
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode page = answer.putArray("JobRuns");
        for (JobRun run : all.subList(Math.min(from, until), until)) {
            page.add(run.json(job, clock.millis()));
        }
        if (until < all.size()) {
            answer.put("NextToken", Integer.toString(until));
        }
        return answer;
    }

    private ObjectNode stop(JsonNode request) throws GlueException {
        String job = text(request, "JobName");
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode submitted = answer.putArray("SuccessfulSubmissions");
        ArrayNode errors = answer.putArray("Errors");
        for (JsonNode id : request.path("JobRunIds")) {
            try {
                runs.stop(job, id.asText());
                submitted.addObject().put("JobName", job).put("JobRunId", id.asText());
            } catch (GlueException e) {
                errors.addObject()
                        .put("JobName", job)
                        .put("JobRunId", id.asText())
                        .putObject("ErrorDetail")
                        .put("ErrorCode", e.type())
                        .put("ErrorMessage", e.getMessage());
            }
        }
        return answer;
    }

    private ObjectNode job(JsonNode request) throws GlueException, IOException, InterruptedException {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.set("Job", jobs.get(text(request, "JobName")).entry());
        return answer;
    }

    private static String text(JsonNode request, String field) throws GlueException {
        JsonNode value = request.path(field);
        if (!value.isTextual() || value.asText().isEmpty()) {
            throw GlueException.invalid(field + " is required");
        }
        return value.asText();
    }

    private static Reply error(int status, String type, String message) {
        return reply(
                status,
                JsonNodeFactory.instance.objectNode().put("__type", type).put("Message", message));
    }

    private static Reply reply(int status, ObjectNode body) {
        return Reply.json(status, body.toString())
                .with("Content-Type", "application/x-amz-json-1.1")
                .with("x-amzn-RequestId", UUID.randomUUID().toString());
    }

    @FunctionalInterface
    private interface Operation {
        ObjectNode answer(JsonNode request) throws GlueException, IOException, InterruptedException;
    }
}
