package io.millrace.alerts.notice;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.alert.Alert;
import io.millrace.alert.GateFailure;
import io.millrace.alert.Severity;
import java.util.List;

/** EventBridge's event of a Glue job run that failed, timed out or was stopped; of a gate that was not reached, too. */
final class GlueJobFailure implements Shape {
    @Override
    public boolean fits(JsonNode message) {
        return message.path("source").asText().equals("aws.glue")
                && message.path("detail").path("jobName").isTextual();
    }

    @Override
    public Alert read(JsonNode message, Notification notification) {
        JsonNode detail = message.path("detail");
        String job = detail.path("jobName").asText();
        String run = detail.path("jobRunId").asText("unknown");
        List<GateFailure> gates = GateFailure.find(detail.path("message").asText(""));
        Alert alert =
                gates.isEmpty() ? failed(detail, job, run, notification) : FailedGates.alert(gates, notification.at());
        return alert.with("Job", job).with("Run", run);
    }

    private static Alert failed(JsonNode detail, String job, String run, Notification notification) {
        return Alert.firing(
                        Severity.ERROR,
                        "Glue job " + job + ": " + detail.path("state").asText("FAILED"),
                        // Each run is a trouble of its own: a nightly job that fails twice is two messages.
                        "glue/" + job + "/" + run,
                        notification.at())
                .saying(detail.path("message").asText(""))
                .withRunbook("glue-job-failed");
    }
}
