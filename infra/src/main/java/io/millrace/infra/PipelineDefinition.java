package io.millrace.infra;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.alert.Alert;
import io.millrace.alert.AlertJson;
import io.millrace.alert.AlertState;
import io.millrace.alert.Severity;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A pipeline in the Amazon States Language: its steps one after the other, and what people are told of their end. */
record PipelineDefinition(String name, PipelineFile file, Names names) {
    private static final String COMPLETE = "Tell that it is complete";
    private static final String OVER = "Tell that the trouble is over";
    private static final String FAILED = "Failed";

    String json() {
        ObjectNode definition = JsonNodeFactory.instance.objectNode();
        List<PipelineFile.Step> steps = file.steps();
        definition.put("Comment", "The steps of " + name + ", one after the other");
        definition.put("StartAt", steps.get(0).task());
        ObjectNode states = definition.putObject("States");
        for (int i = 0; i < steps.size(); i++) {
            String task = steps.get(i).task();
            String next = i + 1 < steps.size() ? steps.get(i + 1).task() : OVER;
            states.set(task, run(steps.get(i), next));
            states.set(tellFailure(task), tell(failure(task), FAILED));
        }
        states.set(OVER, tell(trouble(name + " failed").in(AlertState.RESOLVED), COMPLETE));
        states.set(COMPLETE, tellComplete());
        states.putObject(FAILED).put("Type", "Fail");
        return definition.toString();
    }

    private ObjectNode run(PipelineFile.Step step, String next) {
        ObjectNode state = JsonNodeFactory.instance.objectNode();
        state.put("Type", "Task").put("Resource", "arn:aws:states:::glue:startJobRun.sync");
        state.putObject("Parameters").put("JobName", names.of(step.job()));
        state.putNull("ResultPath");
        state.putArray("Retry")
                .addObject()
                .put("MaxAttempts", file.retries().attempts())
                .put("IntervalSeconds", file.retries().firstAfterSeconds())
                .put("BackoffRate", 2)
                .put("MaxDelaySeconds", file.retries().longestWaitSeconds())
                .putArray("ErrorEquals")
                .add("States.ALL");
        state.putArray("Catch")
                .addObject()
                .put("ResultPath", "$.failure")
                .put("Next", tellFailure(step.task()))
                .putArray("ErrorEquals")
                .add("States.ALL");
        return state.put("Next", next);
    }

    private ObjectNode tellComplete() {
        Alert complete = Alert.firing(Severity.INFO, name + " is complete", "pipeline/" + name, Instant.EPOCH);
        ObjectNode state = tell(complete.ownedBy("platform", null), null);
        // Each completion is news, not the same news again.
        message(state).remove("dedupKey");
        message(state).put("dedupKey.$", "States.Format('pipeline/" + name + "/{}', $$.Execution.Name)");
        return state;
    }

    private Alert failure(String task) {
        return trouble(name + " failed in " + task).saying("Every try failed; the job's own messages say why");
    }

    private Alert trouble(String title) {
        return Alert.firing(Severity.ERROR, title, "pipeline/" + name, Instant.EPOCH)
                .ownedBy("platform", null)
                .withRunbook("pipeline-failed");
    }

    private ObjectNode tell(Alert alert, @Nullable String next) {
        ObjectNode state = JsonNodeFactory.instance.objectNode();
        state.put("Type", "Task").put("Resource", "arn:aws:states:::sns:publish");
        ObjectNode message = AlertJson.write(alert);
        message.remove("at");
        message.put("at.$", "$$.State.EnteredTime");
        message.putObject("details").put("Run.$", "$$.Execution.Name");
        state.putObject("Parameters").put("TopicArn", names.alertsTopicArn()).set("Message", message);
        state.putNull("ResultPath");
        return next == null ? state.put("End", true) : state.put("Next", next);
    }

    private static ObjectNode message(ObjectNode state) {
        return (ObjectNode) state.at("/Parameters/Message");
    }

    private static String tellFailure(String task) {
        return "Tell that " + task + " failed";
    }
}
