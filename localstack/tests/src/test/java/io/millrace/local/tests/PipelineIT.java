package io.millrace.local.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.millrace.local.platform.Platform;
import io.millrace.target.Target;
import io.millrace.target.Targets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.JobRun;
import software.amazon.awssdk.services.glue.model.JobRunState;

/** The day's pipeline: real Airflow, real jobs, and what people hear of it. */
@ExtendWith(LocalPlatform.class)
final class PipelineIT {
    private static final String DAG = "daily_data_pipeline";
    private static final List<String> JOBS = List.of("batch-ingest", "silver", "gold", "quality");

    private final Target target = Targets.local(Platform.at(Checkout.root(), Checkout.state()));

    @Test
    void a_job_that_fails_is_tried_again_and_makes_the_run_red_and_the_next_run_is_green(@TempDir Path home) {
        Airflow airflow = new Airflow(home).onThePlatform();
        Instant begin = Instant.now();

        Outcome red = airflow.test(DAG, "{\"arguments\": {\"process_silver_layer\": {\"nonsense\": 1}}}");

        assertThat(red.exit()).as(red.out()).isEqualTo(1);
        List<JobRun> tries = runs("silver", begin);
        assertThat(tries).hasSize(2).allSatisfy(run -> {
            assertThat(run.jobRunState()).isEqualTo(JobRunState.FAILED);
            assertThat(run.errorMessage()).contains("Cannot use argument --nonsense");
        });
        assertThat(Duration.between(tries.get(0).completedOn(), tries.get(1).startedOn()))
                .isGreaterThanOrEqualTo(Duration.ofSeconds(2));
        assertThat(runs("batch-ingest", begin)).hasSize(1);
        awaitTold("pipeline/" + DAG, "firing", DAG + " failed in process_silver_layer");

        Instant again = Instant.now();
        // Of one table, as what other tests have put into the lake may well break its contracts.
        Outcome green = airflow.test(
                DAG, "{\"arguments\": {\"run_data_quality_tests\": {\"tables\": \"event_metrics_gold\"}}}");

        assertThat(green.exit()).as(green.out()).isZero();
        Instant before = again;
        for (String job : JOBS) {
            List<JobRun> run = runs(job, again);
            assertThat(run)
                    .as(job)
                    .singleElement()
                    .satisfies(one -> assertThat(one.jobRunState()).isEqualTo(JobRunState.SUCCEEDED));
            assertThat(run.get(0).startedOn()).as(job).isAfterOrEqualTo(before);
            before = run.get(0).completedOn();
        }
        awaitTold("pipeline/" + DAG, "resolved", DAG + " failed");
        awaitTold("pipeline/" + DAG + "/manual__", "firing", DAG + " is complete");
    }

    /** Waits until people have been sent this. */
    private static void awaitTold(String key, String state, String title) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(LocalPlatform.millrace("alert", "list")
                                .succeeded()
                                .json())
                        .anySatisfy(entry -> {
                            assertThat(entry.path("dedupKey").asText()).startsWith(key);
                            assertThat(entry.path("state").asText()).isEqualTo(state);
                            assertThat(entry.path("title").asText()).isEqualTo(title);
                            assertThat(entry.path("delivered").asBoolean()).isTrue();
                        }));
    }

    /** Runs of a job since then, oldest first. */
    private List<JobRun> runs(String job, Instant since) {
        try (GlueClient glue = target.clients().glue()) {
            return glue.getJobRunsPaginator(request -> request.jobName("millrace-local-" + job)).jobRuns().stream()
                    .filter(run -> run.startedOn().isAfter(since))
                    .sorted(Comparator.comparing(JobRun::startedOn))
                    .toList();
        }
    }
}
