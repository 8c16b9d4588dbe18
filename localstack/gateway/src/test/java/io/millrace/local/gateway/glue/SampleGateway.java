package io.millrace.local.gateway.glue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.millrace.local.gateway.upstream.FakeStore;
import io.millrace.local.gateway.wire.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;

/** A gateway that has one job, of a class that does as it is told, and whose runs are real processes. */
final class SampleGateway implements AutoCloseable {
    static final String JOB = "millrace-local-sample";
    private static final ObjectMapper JSON = new ObjectMapper();

    final List<String> told = new CopyOnWriteArrayList<>();
    private final Path folder;
    private final FakeStore store = new FakeStore();
    private GlueApi api;

    SampleGateway(Path folder) throws IOException {
        this.folder = folder;
        store.answer("AWSGlue.GetJob", "{\"JobName\":\"" + JOB + "\"}", """
                {"Job": {"Name": "millrace-local-sample", "Timeout": 60, "GlueVersion": "5.1", "NumberOfWorkers": 2,
                 "DefaultArguments": {"--class": "io.millrace.local.gateway.glue.SampleJob", "--do": "succeed"},
                 "NonOverridableArguments": {"--env": "local"}}}""");
        Files.writeString(Files.createDirectories(folder.resolve("cdk.out")).resolve("Jobs.template.json"), """
                {"Resources": {"Job": {"Type": "AWS::Glue::Job", "Properties": {"Name": "millrace-local-sample",
                 "ExecutionProperty": {"MaxConcurrentRuns": 1}}}}}""");
        api = api(Duration.ofSeconds(30));
    }

    @Override
    public void close() {
        api.close();
    }

    /** Ends it in order, and starts another on the same folder. */
    void restart() throws IOException {
        restart(Duration.ofSeconds(30));
    }

    /** @param minute how long a minute of a job's limit lasts */
    void restart(Duration minute) throws IOException {
        api.close();
        api = api(minute);
    }

    /** Another one on the same folder, as if this one had been killed. */
    GlueApi successor() throws IOException {
        return api(Duration.ofSeconds(30));
    }

    private GlueApi api(Duration minute) throws IOException {
        JobLauncher launcher = new JobLauncher(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        Path.of("target", "test-classes").toString()),
                folder.resolve("logs"));
        return new GlueApi(
                store,
                folder.resolve("cdk.out"),
                launcher,
                folder.resolve("runs"),
                Clock.systemUTC(),
                minute,
                new RunFailures((topic, message) -> told.add(topic + " " + message), "millrace-local-alerts"));
    }

    String start(String arguments) throws IOException {
        return start(arguments, 60);
    }

    private String start(String arguments, int timeout) throws IOException {
        return call(
                        "StartJobRun",
                        "{\"JobName\":\"" + JOB + "\",\"Timeout\":" + timeout + ",\"Arguments\":" + arguments + "}")
                .path("JobRunId")
                .asText();
    }

    /** A run that is in the middle of its work. */
    String startWaiting() throws Exception {
        String id = startWaiting(60);
        await(() -> Files.exists(started()));
        return id;
    }

    /** @param timeout in the job's minutes */
    String startWaiting(int timeout) throws IOException {
        return start("{\"--do\":\"wait\",\"--started\":\"" + started() + "\"}", timeout);
    }

    private Path started() {
        return folder.resolve("started");
    }

    /** The run once it has ended. */
    JsonNode await(String id) throws Exception {
        await(() -> List.of("SUCCEEDED", "FAILED", "STOPPED", "TIMEOUT").contains(state(id)));
        return run(id);
    }

    static void await(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("still waiting").isLessThan(deadline);
            Thread.sleep(20);
        }
    }

    String state(String id) {
        try {
            return run(id).path("JobRunState").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode run(String id) throws IOException {
        return run(api, id);
    }

    static JsonNode run(GlueApi api, String id) throws IOException {
        byte[] request = ("{\"JobName\":\"" + JOB + "\",\"RunId\":\"" + id + "\"}").getBytes(UTF_8);
        return JSON.readTree(api.answer("GetJobRun", request).body()).path("JobRun");
    }

    /** The answer to a request that is taken. */
    JsonNode call(String operation, String request) throws IOException {
        Reply reply = api.answer(operation, request.getBytes(UTF_8));
        assertThat(reply.status()).as(new String(reply.body(), UTF_8)).isEqualTo(200);
        return JSON.readTree(reply.body());
    }

    /** The type of error of a request that is refused. */
    String refusal(String operation, String request) throws IOException {
        Reply reply = api.answer(operation, request.getBytes(UTF_8));
        assertThat(reply.status()).isEqualTo(400);
        return JSON.readTree(reply.body()).path("__type").asText();
    }
}
