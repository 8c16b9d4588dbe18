package io.millrace.local.gateway.glue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.millrace.local.gateway.upstream.FakeStore;
import io.millrace.local.gateway.wire.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs real processes, of a class that does as it is told. */
class GlueApiTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String JOB = "millrace-local-sample";
    private static final Duration MINUTE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private final FakeStore store = new FakeStore();
    private final List<String> told = new CopyOnWriteArrayList<>();
    private GlueApi api;

    @BeforeEach
    void deployAJob() throws IOException {
        store.answer("AWSGlue.GetJob", "{\"JobName\":\"" + JOB + "\"}", """
                {"Job": {"Name": "millrace-local-sample", "Timeout": 60, "GlueVersion": "5.1", "NumberOfWorkers": 2,
                 "DefaultArguments": {"--class": "io.millrace.local.gateway.glue.SampleJob", "--do": "succeed"},
                 "NonOverridableArguments": {"--env": "local"}}}""");
        Files.writeString(Files.createDirectories(folder.resolve("cdk.out")).resolve("Jobs.template.json"), """
                {"Resources": {"Job": {"Type": "AWS::Glue::Job", "Properties": {"Name": "millrace-local-sample",
                 "ExecutionProperty": {"MaxConcurrentRuns": 1}}}}}""");
        api = api(MINUTE);
    }

    @AfterEach
    void endProcesses() {
        api.close();
    }

    @Test
    void aRunIsTheJobSClassWithTheJobSArgumentsAndItsOwn() throws Exception {
        String id = start("{\"--day\":\"2026-03-01\"}");

        JsonNode run = await(id);

        assertThat(run.path("JobRunState").asText()).isEqualTo("SUCCEEDED");
        assertThat(run.path("JobName").asText()).isEqualTo(JOB);
        assertThat(run.path("GlueVersion").asText()).isEqualTo("5.1");
        assertThat(run.at("/Arguments/--day").asText()).isEqualTo("2026-03-01");
        assertThat(run.path("StartedOn").asDouble()).isPositive();
        assertThat(run.path("CompletedOn").asDouble())
                .isGreaterThanOrEqualTo(run.path("StartedOn").asDouble());
        assertThat(Files.readString(folder.resolve("logs/job-sample.log")))
                .contains("--day, 2026-03-01")
                .contains("--env, local")
                .contains("--JOB_RUN_ID, " + id);
    }

    @ParameterizedTest
    @CsvSource({
        "report, Cannot find the rate of EUR",
        "throw,  java.lang.IllegalStateException: Cannot go on",
        "exit,   The job's process ended with exit code 7"
    })
    void aFailedRunSaysWhy(String behaviour, String message) throws Exception {
        JsonNode run = await(start("{\"--do\":\"" + behaviour + "\"}"));

        assertThat(run.path("JobRunState").asText()).isEqualTo("FAILED");
        assertThat(run.path("ErrorMessage").asText()).isEqualTo(message);
    }

    @Test
    void aRunThatFailedIsToldToTheTopicOfAlertsAndNoOtherIs() throws Exception {
        await(start("{}"));
        String failed = start("{\"--do\":\"report\"}");
        await(failed);
        await(() -> !told.isEmpty());

        assertThat(told)
                .singleElement()
                .asString()
                .startsWith("millrace-local-alerts ")
                .contains(
                        "\"source\":\"aws.glue\"",
                        "\"jobName\":\"" + JOB + "\"",
                        "\"jobRunId\":\"" + failed + "\"",
                        "\"state\":\"FAILED\"",
                        "Cannot find the rate of EUR");
    }

    @Test
    void aStoppedRunSProcessEnds() throws Exception {
        String id = startWaiting();
        assertThat(state(id)).isEqualTo("RUNNING");

        JsonNode answer =
                call("BatchStopJobRun", "{\"JobName\":\"" + JOB + "\",\"JobRunIds\":[\"" + id + "\",\"jr_other\"]}");

        assertThat(answer.at("/SuccessfulSubmissions/0/JobRunId").asText()).isEqualTo(id);
        assertThat(answer.at("/Errors/0/ErrorDetail/ErrorCode").asText()).isEqualTo("EntityNotFoundException");
        assertThat(await(id).path("JobRunState").asText()).isEqualTo("STOPPED");
    }

    @Test
    void aRunThatTakesLongerThanItsLimitIsEnded() throws Exception {
        api.close();
        api = api(Duration.ofSeconds(2));
        String id = start("{\"--do\":\"wait\",\"--started\":\"" + folder.resolve("started") + "\"}", 1);

        JsonNode run = await(id);

        assertThat(run.path("JobRunState").asText()).isEqualTo("TIMEOUT");
        assertThat(run.path("ErrorMessage").asText()).isEqualTo("Job timed out after 1 minutes");
    }

    @Test
    void noMoreRunsGoOnAtOnceThanTheTemplateAllows() throws Exception {
        startWaiting();

        Reply second = api.answer("StartJobRun", ("{\"JobName\":\"" + JOB + "\"}").getBytes(UTF_8));

        assertThat(second.status()).isEqualTo(400);
        assertThat(JSON.readTree(second.body()).path("__type").asText()).isEqualTo("ConcurrentRunsExceededException");
        assertThat(call("GetJob", "{\"JobName\":\"" + JOB + "\"}")
                        .at("/Job/ExecutionProperty/MaxConcurrentRuns")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void aRunThatTheGatewayDidNotSeeToItsEndHasFailed() throws Exception {
        String id = startWaiting();
        api.close();
        GlueApi next = api(MINUTE);
        api = next;

        JsonNode run = run(id);
        assertThat(run.path("JobRunState").asText()).isEqualTo("FAILED");
        assertThat(run.path("ErrorMessage").asText()).isEqualTo("The local platform was stopped while it ran");
    }

    @Test
    void aProcessThatOutlivedAKilledGatewayIsEndedAndItsRunHasFailed() throws Exception {
        String id = startWaiting();
        GlueApi next = api(MINUTE);

        JsonNode run =
                JSON.readTree(next.answer("GetJobRun", runRequest(id)).body()).path("JobRun");

        assertThat(run.path("JobRunState").asText()).isEqualTo("FAILED");
        assertThat(run.path("ErrorMessage").asText()).startsWith("The gateway ended while the run was going on");
        await(() -> !state(id).equals("RUNNING"));
        next.close();
    }

    @Test
    void runsAreListedTheNewestFirstInPages() throws Exception {
        String first = start("{}");
        await(first);
        String second = start("{}");
        await(second);

        JsonNode page = call("GetJobRuns", "{\"JobName\":\"" + JOB + "\",\"MaxResults\":1}");
        assertThat(page.at("/JobRuns/0/Id").asText()).isEqualTo(second);
        JsonNode rest = call(
                "GetJobRuns",
                "{\"JobName\":\"" + JOB + "\",\"NextToken\":\""
                        + page.path("NextToken").asText() + "\"}");
        assertThat(rest.at("/JobRuns/0/Id").asText()).isEqualTo(first);
        assertThat(rest.has("NextToken")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GetJobRun   | {"JobName":"millrace-local-sample","RunId":"jr_0"}                       | EntityNotFoundException
            StartJobRun | {}                                                                       | InvalidInputException
            StartJobRun | {"JobName":"millrace-local-sample","Timeout":0}                          | InvalidInputException
            StartJobRun | {"JobName":"millrace-local-sample","Arguments":{"--env":"prod"}}         | InvalidInputException
            StartJobRun | {"JobName":                                                              | SerializationException
            """)
    void whatCannotBeDoneIsAnError(String operation, String request, String type) throws IOException {
        Reply reply = api.answer(operation, request.getBytes(UTF_8));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(JSON.readTree(reply.body()).path("__type").asText()).isEqualTo(type);
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

    private String start(String arguments) throws IOException {
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
    private String startWaiting() throws Exception {
        Path started = folder.resolve("started");
        String id = start("{\"--do\":\"wait\",\"--started\":\"" + started + "\"}");
        await(() -> Files.exists(started));
        return id;
    }

    private JsonNode await(String id) throws Exception {
        await(() -> List.of("SUCCEEDED", "FAILED", "STOPPED", "TIMEOUT").contains(state(id)));
        return run(id);
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("still waiting").isLessThan(deadline);
            Thread.sleep(20);
        }
    }

    private String state(String id) {
        try {
            return run(id).path("JobRunState").asText();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private JsonNode run(String id) throws IOException {
        return JSON.readTree(api.answer("GetJobRun", runRequest(id)).body()).path("JobRun");
    }

    private static byte[] runRequest(String id) {
        return ("{\"JobName\":\"" + JOB + "\",\"RunId\":\"" + id + "\"}").getBytes(UTF_8);
    }

    private JsonNode call(String operation, String request) throws IOException {
        Reply reply = api.answer(operation, request.getBytes(UTF_8));
        assertThat(reply.status()).as(new String(reply.body(), UTF_8)).isEqualTo(200);
        return JSON.readTree(reply.body());
    }
}
