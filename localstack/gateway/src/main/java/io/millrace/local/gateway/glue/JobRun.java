package io.millrace.local.gateway.glue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One run, as far as it has come.
 *
 * @param given arguments that the run was started with
 * @param timeoutMinutes how long it may run
 * @param startedMillis when it was asked for; 0 for never in the times after it
 * @param runningMillis when its process started
 * @param error why it failed, else null
 * @param pid of its process, 0 while there is none
 * @param pidStartedMillis when that process started, so that another one with its number is not taken for it
 */
record JobRun(
        String id,
        String job,
        Map<String, String> given,
        int timeoutMinutes,
        RunState state,
        long startedMillis,
        long runningMillis,
        long modifiedMillis,
        long completedMillis,
        @Nullable String error,
        long pid,
        long pidStartedMillis) {

    static JobRun asked(String id, String job, Map<String, String> given, int timeoutMinutes, long now) {
        return new JobRun(id, job, given, timeoutMinutes, RunState.STARTING, now, 0, now, 0, null, 0, 0);
    }

    JobRun running(ProcessHandle process, long now) {
        long started = process.info()
                .startInstant()
                .map(java.time.Instant::toEpochMilli)
                .orElse(0L);
        return new JobRun(
                id,
                job,
                given,
                timeoutMinutes,
                RunState.RUNNING,
                startedMillis,
                now,
                now,
                0,
                null,
                process.pid(),
                started);
    }

    JobRun stopping(long now) {
        return new JobRun(
                id,
                job,
                given,
                timeoutMinutes,
                RunState.STOPPING,
                startedMillis,
                runningMillis,
                now,
                0,
                null,
                pid,
                pidStartedMillis);
    }

    JobRun ended(RunState end, @Nullable String why, long now) {
        return new JobRun(
                id,
                job,
                given,
                timeoutMinutes,
                end,
                startedMillis,
                runningMillis,
                now,
                now,
                why,
                pid,
                pidStartedMillis);
    }

    /** As GetJobRun gives it; what the run takes of a machine is the job's own. */
    ObjectNode json(JobDefinition definition, long now) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("Id", id).put("Attempt", 0).put("JobName", job);
        json.put("JobRunState", state.name());
        json.put("StartedOn", startedMillis / 1000.0).put("LastModifiedOn", modifiedMillis / 1000.0);
        if (completedMillis > 0) {
            json.put("CompletedOn", completedMillis / 1000.0);
        }
        ObjectNode arguments = json.putObject("Arguments");
        given.forEach(arguments::put);
        if (error != null) {
            json.put("ErrorMessage", error);
        }
        json.putArray("PredecessorRuns");
        long until = completedMillis > 0 ? completedMillis : now;
        json.put("ExecutionTime", runningMillis == 0 ? 0 : (until - runningMillis) / 1000);
        json.put("Timeout", timeoutMinutes);
        json.put("ExecutionClass", "STANDARD");
        for (String field : new String[] {"WorkerType", "NumberOfWorkers", "GlueVersion"}) {
            JsonNode value = definition.entry().path(field);
            if (value.isValueNode() && !value.isNull()) {
                json.set(field, value);
            }
        }
        return json;
    }
}
