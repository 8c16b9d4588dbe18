package io.millrace.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobsTest {
    private static final String JOB = "AWS::Glue::Job";

    private final JsonNode job = Synthesised.of("dev").properties("Jobs", JOB, "Name", "millrace-dev-table-sizes");

    @Test
    void every_job_runs_a_class_of_the_one_jar_on_the_version_that_it_is_compiled_against() {
        List<JsonNode> jobs = Synthesised.of("dev").resources("Jobs", JOB);
        assertThat(jobs).hasSameSizeAs(JobsStack.JOBS).allSatisfy(each -> {
            JsonNode properties = each.path("Properties");
            assertThat(properties.path("GlueVersion").isTextual()).isTrue();
            assertThat(properties.path("GlueVersion").asText()).isEqualTo("5.1");
            assertThat(properties.at("/Command/Name").asText()).isEqualTo("glueetl");
            assertThat(properties.at("/DefaultArguments/--class").asText())
                    .matches("io\\.millrace\\.job\\.[a-z.]+\\.[A-Za-z0-9]+Job");
            assertThat(properties.at("/DefaultArguments/--extra-jars").toString())
                    .contains(".jar");
        });
    }

    @Test
    void a_job_runs_once_at_a_time_and_its_caller_decides_on_another_try() {
        assertThat(job.at("/ExecutionProperty/MaxConcurrentRuns").asInt()).isEqualTo(1);
        assertThat(job.path("MaxRetries").asInt()).isZero();
        assertThat(job.path("Timeout").asInt()).isEqualTo(60);
        assertThat(job.path("NumberOfWorkers").asInt()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "--env, dev",
        "--warehouse, s3://millrace-dev-lake-111122223333/warehouse",
        "--parallelism, 8",
        "--lineage, none",
        "--class, io.millrace.job.inspect.TableSizesJob",
        "--custom-logGroup-prefix, /aws-glue/millrace-dev"
    })
    void a_job_knows_its_environment(String argument, String value) {
        assertThat(job.path("DefaultArguments").path(argument).asText()).isEqualTo(value);
    }

    @Test
    void a_job_that_asks_the_ledger_is_told_where_it_is() {
        assertThat(Synthesised.of("dev")
                        .properties("Jobs", JOB, "Name", "millrace-dev-maintenance")
                        .at("/DefaultArguments/--ledger_table")
                        .asText())
                .isEqualTo("millrace-dev-ledger");
        assertThat(job.path("DefaultArguments").has("--ledger_table")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"prod, cron(10 0/2 * * ? *)", "dev, cron(10 0/6 * * ? *)"})
    void maintenance_runs_every_few_hours_whoever_orders_the_day(String environment, String when) {
        JsonNode schedule = Synthesised.of(environment)
                .properties("Jobs", "AWS::Scheduler::Schedule", "Name", "millrace-" + environment + "-maintenance");
        assertThat(schedule.path("ScheduleExpression").asText()).isEqualTo(when);
        assertThat(schedule.at("/Target/Arn").asText()).isEqualTo("arn:aws:scheduler:::aws-sdk:glue:startJobRun");
        assertThat(schedule.at("/Target/Input").asText())
                .isEqualTo("{\"JobName\":\"millrace-" + environment + "-maintenance\"}");
        assertThat(schedule.at("/Target/RetryPolicy/MaximumRetryAttempts").asInt(-1))
                .isZero();
    }

    @Test
    void a_laptop_has_no_schedule() {
        assertThat(Synthesised.of("local").resources("Jobs", "AWS::Scheduler::Schedule"))
                .isEmpty();
    }

    @Test
    void the_jobs_logs_forget() {
        assertThat(Synthesised.of("dev").resources("Jobs", "AWS::Logs::LogGroup"))
                .extracting(group -> group.at("/Properties/LogGroupName").asText())
                .containsExactlyInAnyOrder("/aws-glue/millrace-dev/output", "/aws-glue/millrace-dev/error");
    }

    @Test
    void an_emulator_is_handed_no_code() {
        JsonNode local = Synthesised.of("local").properties("Jobs", JOB, "Name", "millrace-local-table-sizes");
        assertThat(local.path("DefaultArguments").has("--extra-jars")).isFalse();
    }
}
