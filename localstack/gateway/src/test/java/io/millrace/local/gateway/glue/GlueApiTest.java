package io.millrace.local.gateway.glue;

import static io.millrace.local.gateway.glue.SampleGateway.JOB;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlueApiTest {
    @TempDir
    Path folder;

    private SampleGateway gateway;

    @BeforeEach
    void deployAJob() throws IOException {
        gateway = new SampleGateway(folder);
    }

    @AfterEach
    void endProcesses() {
        gateway.close();
    }

    @Test
    void aRunIsTheJobSClassWithTheJobSArgumentsAndItsOwn() throws Exception {
        String id = gateway.start("{\"--day\":\"2026-03-01\"}");

        JsonNode run = gateway.await(id);

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
        JsonNode run = gateway.await(gateway.start("{\"--do\":\"" + behaviour + "\"}"));

        assertThat(run.path("JobRunState").asText()).isEqualTo("FAILED");
        assertThat(run.path("ErrorMessage").asText()).isEqualTo(message);
    }

    @Test
    void aRunThatFailedIsToldToTheTopicOfAlertsAndNoOtherIs() throws Exception {
        gateway.await(gateway.start("{}"));
        String failed = gateway.start("{\"--do\":\"report\"}");
        gateway.await(failed);
        SampleGateway.await(() -> !gateway.told.isEmpty());

        assertThat(gateway.told)
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
        String id = gateway.startWaiting();
        assertThat(gateway.state(id)).isEqualTo("RUNNING");

        JsonNode answer = gateway.call(
                "BatchStopJobRun", "{\"JobName\":\"" + JOB + "\",\"JobRunIds\":[\"" + id + "\",\"jr_other\"]}");

        assertThat(answer.at("/SuccessfulSubmissions/0/JobRunId").asText()).isEqualTo(id);
        assertThat(answer.at("/Errors/0/ErrorDetail/ErrorCode").asText()).isEqualTo("EntityNotFoundException");
        assertThat(gateway.await(id).path("JobRunState").asText()).isEqualTo("STOPPED");
    }

    @Test
    void aRunThatTakesLongerThanItsLimitIsEnded() throws Exception {
        gateway.restart(Duration.ofSeconds(2));

        JsonNode run = gateway.await(gateway.startWaiting(1));

        assertThat(run.path("JobRunState").asText()).isEqualTo("TIMEOUT");
        assertThat(run.path("ErrorMessage").asText()).isEqualTo("Job timed out after 1 minutes");
    }

    @Test
    void noMoreRunsGoOnAtOnceThanTheTemplateAllows() throws Exception {
        gateway.startWaiting();

        assertThat(gateway.refusal("StartJobRun", "{\"JobName\":\"" + JOB + "\"}"))
                .isEqualTo("ConcurrentRunsExceededException");
        assertThat(gateway.call("GetJob", "{\"JobName\":\"" + JOB + "\"}")
                        .at("/Job/ExecutionProperty/MaxConcurrentRuns")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void aRunThatTheGatewayDidNotSeeToItsEndHasFailed() throws Exception {
        String id = gateway.startWaiting();
        gateway.restart();

        JsonNode run = gateway.run(id);
        assertThat(run.path("JobRunState").asText()).isEqualTo("FAILED");
        assertThat(run.path("ErrorMessage").asText()).isEqualTo("The local platform was stopped while it ran");
    }

    @Test
    void aProcessThatOutlivedAKilledGatewayIsEndedAndItsRunHasFailed() throws Exception {
        String id = gateway.startWaiting();
        GlueApi next = gateway.successor();

        JsonNode run = SampleGateway.run(next, id);

        assertThat(run.path("JobRunState").asText()).isEqualTo("FAILED");
        assertThat(run.path("ErrorMessage").asText()).startsWith("The gateway ended while the run was going on");
        SampleGateway.await(() -> !gateway.state(id).equals("RUNNING"));
        next.close();
    }

    @Test
    void runsAreListedTheNewestFirstInPages() throws Exception {
        String first = gateway.start("{}");
        gateway.await(first);
        String second = gateway.start("{}");
        gateway.await(second);

        JsonNode page = gateway.call("GetJobRuns", "{\"JobName\":\"" + JOB + "\",\"MaxResults\":1}");
        assertThat(page.at("/JobRuns/0/Id").asText()).isEqualTo(second);
        JsonNode rest = gateway.call(
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
        assertThat(gateway.refusal(operation, request)).isEqualTo(type);
    }
}
