package io.millrace.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.infra.environment.EnvironmentFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Managed Airflow, where an environment asks for it. */
class AirflowTest {
    private static final String SETTINGS = "{environmentClass: mw1.small, minWorkers: 1, maxWorkers: 2,"
            + " vpcId: vpc-0123456789abcdef0, subnetIds: [subnet-0123456789abcdef0, subnet-0123456789abcdef1]}";

    private static Synthesised synthesised;

    @BeforeAll
    static void askForIt(@TempDir Path folder) throws IOException {
        String prod = Files.readString(Synthesised.ENVIRONMENTS.resolve("prod.yaml"));
        Files.writeString(folder.resolve("prod.yaml"), prod.replace("airflow: null", "airflow: " + SETTINGS));
        synthesised = Synthesised.synthesise(EnvironmentFile.read(folder, "prod"), "airflow");
    }

    @Test
    void it_is_the_version_that_the_dags_are_tested_with_and_knows_its_environment() throws IOException {
        JsonNode airflow = only("AWS::MWAA::Environment");
        assertThat(Files.readString(Path.of("..", "airflow-dags", "requirements.in")))
                .contains("apache-airflow==" + airflow.path("AirflowVersion").asText() + "\n");
        assertThat(airflow.at("/AirflowConfigurationOptions/millrace.environment")
                        .asText())
                .isEqualTo("prod");
        assertThat(airflow.at("/AirflowConfigurationOptions/millrace.alerts_topic_arn")
                        .asText())
                .isEqualTo("arn:aws:sns:us-east-1:111122223333:millrace-prod-alerts");
        assertThat(airflow.at("/NetworkConfiguration/SubnetIds")).hasSize(2);
        assertThat(only("AWS::S3::Bucket").at("/VersioningConfiguration/Status").asText())
                .isEqualTo("Enabled");
    }

    @Test
    void it_takes_the_place_of_the_state_machine() {
        assertThat(synthesised.resources("Jobs", "AWS::StepFunctions::StateMachine"))
                .isEmpty();
        assertThat(synthesised.resources("Jobs", "AWS::Scheduler::Schedule"))
                .extracting(schedule -> schedule.at("/Properties/Name").asText())
                .as("what is no step of the day")
                .containsExactly("millrace-prod-maintenance");
    }

    @Test
    void it_may_run_the_pipelines_jobs_and_no_other() {
        List<String> jobs = new ArrayList<>();
        for (JsonNode policy : synthesised.resources("Airflow", "AWS::IAM::Policy")) {
            for (JsonNode statement : policy.at("/Properties/PolicyDocument/Statement")) {
                if (statement.path("Action").toString().contains("glue:StartJobRun")) {
                    statement.path("Resource").forEach(job -> jobs.add(job.asText()));
                }
            }
        }
        assertThat(jobs).contains("arn:aws:glue:us-east-1:111122223333:job/millrace-prod-silver");
        assertThat(jobs).noneMatch(job -> job.contains("table-sizes") || job.contains("*"));
    }

    @Test
    void it_has_no_finding_without_a_reason() {
        assertThat(synthesised.findings()).isEmpty();
    }

    private static JsonNode only(String type) {
        List<JsonNode> found = synthesised.resources("Airflow", type);
        assertThat(found).hasSize(1);
        return found.get(0).path("Properties");
    }
}
