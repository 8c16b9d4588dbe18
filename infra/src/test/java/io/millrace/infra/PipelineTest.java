package io.millrace.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What runs the day's jobs where there is no Airflow. */
class PipelineTest {
    private static final Path FILE = Path.of("..", "airflow-dags", "dags", Names.PIPELINE + ".yaml");

    private final Synthesised dev = Synthesised.of("dev");
    private final PipelineFile file = PipelineFile.read(FILE);
    private final JsonNode definition = json(dev.properties(
                    "Jobs", "AWS::StepFunctions::StateMachine", "StateMachineName", "millrace-dev-daily-data-pipeline")
            .path("DefinitionString")
            .asText());

    @Test
    void its_steps_are_those_of_the_file_one_after_the_other() {
        List<String> jobs = new ArrayList<>();
        String state = definition.path("StartAt").asText();
        while (state(state).path("Parameters").has("JobName")) {
            jobs.add(state + " " + state(state).at("/Parameters/JobName").asText());
            state = state(state).path("Next").asText();
        }
        assertThat(jobs)
                .containsExactlyElementsOf(file.steps().stream()
                        .map(step -> step.task() + " millrace-dev-" + step.job())
                        .toList());
    }

    @Test
    void a_step_that_fails_is_tried_again_after_five_minutes_and_then_told() {
        for (PipelineFile.Step step : file.steps()) {
            JsonNode state = state(step.task());
            assertThat(state.path("Resource").asText()).isEqualTo("arn:aws:states:::glue:startJobRun.sync");
            assertThat(state.at("/Retry/0/MaxAttempts").asInt()).isEqualTo(3);
            assertThat(state.at("/Retry/0/IntervalSeconds").asInt()).isEqualTo(300);
            assertThat(state.at("/Retry/0/BackoffRate").asInt()).isEqualTo(2);
            JsonNode told = state(state.at("/Catch/0/Next").asText());
            assertThat(told.at("/Parameters/TopicArn").asText())
                    .isEqualTo("arn:aws:sns:us-east-1:111122223333:millrace-dev-alerts");
            assertThat(told.at("/Parameters/Message/title").asText())
                    .isEqualTo("daily_data_pipeline failed in " + step.task());
            assertThat(told.at("/Parameters/Message/runbook").asText()).isEqualTo("pipeline-failed");
            assertThat(state(told.path("Next").asText()).path("Type").asText()).isEqualTo("Fail");
        }
    }

    @Test
    void its_end_ends_the_trouble_and_is_told() {
        JsonNode over = state(state(last()).path("Next").asText());
        assertThat(over.at("/Parameters/Message/state").asText()).isEqualTo("resolved");
        assertThat(over.at("/Parameters/Message/dedupKey").asText()).isEqualTo("pipeline/daily_data_pipeline");
        JsonNode complete = state(over.path("Next").asText());
        assertThat(complete.at("/Parameters/Message/severity").asText()).isEqualTo("info");
        assertThat(complete.at("/Parameters/Message/dedupKey.$").asText())
                .isEqualTo("States.Format('pipeline/daily_data_pipeline/{}', $$.Execution.Name)");
        assertThat(complete.path("End").asBoolean()).isTrue();
    }

    @Test
    void it_starts_at_two_by_the_worlds_clock() {
        JsonNode schedule =
                dev.properties("Jobs", "AWS::Scheduler::Schedule", "Name", "millrace-dev-daily-data-pipeline");
        assertThat(schedule.path("ScheduleExpression").asText()).isEqualTo("cron(0 2 * * ? *)");
        assertThat(schedule.path("ScheduleExpressionTimezone").asText()).isEqualTo("UTC");
        assertThat(schedule.at("/FlexibleTimeWindow/Mode").asText()).isEqualTo("OFF");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AWS::StepFunctions::StateMachine", "AWS::Scheduler::Schedule"})
    void a_laptop_has_none(String type) {
        assertThat(Synthesised.of("local").resources("Jobs", type)).isEmpty();
    }

    @Test
    void a_step_of_a_job_that_is_not_there_is_refused(@TempDir Path folder) throws IOException {
        Path other = folder.resolve("other.yaml");
        Files.writeString(other, Files.readString(FILE).replace("job: silver", "job: slver"));
        assertThatThrownBy(() -> PipelineFile.read(other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("there is no job 'slver' in JobsStack");
    }

    private String last() {
        return file.steps().get(file.steps().size() - 1).task();
    }

    private JsonNode state(String name) {
        return definition.path("States").path(name);
    }

    private static JsonNode json(String text) {
        try {
            return new JsonMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }
}
