package io.millrace.local.gateway.glue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.local.gateway.upstream.Topics;
import java.io.IOException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Tells the topic of alerts of runs that failed, with the event that Glue sends to EventBridge and a rule passes on there.
 * The emulator takes no events in the name of AWS, so the topic gets it directly.
 */
public final class RunFailures {
    private static final Logger LOG = Logger.getLogger(RunFailures.class.getName());
    private static final Set<RunState> FAILURES = EnumSet.of(RunState.FAILED, RunState.TIMEOUT);

    private final Topics topics;
    private final String topic;
    private final ExecutorService teller = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "run-failures");
        thread.setDaemon(true);
        return thread;
    });

    /** @param topic name of the topic of alerts */
    public RunFailures(Topics topics, String topic) {
        this.topics = topics;
        this.topic = topic;
    }

    /** Tells of a run that has ended, if it failed; without waiting for the topic. */
    void ended(JobRun run) {
        if (FAILURES.contains(run.state())) {
            String event = event(run).toString();
            teller.execute(() -> publish(event));
        }
    }

    private void publish(String event) {
        try {
            topics.publish(topic, event);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "Cannot tell topic " + topic + " of a failed run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ObjectNode event(JobRun run) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("version", "0")
                .put("id", run.id())
                .put("detail-type", "Glue Job State Change")
                .put("source", "aws.glue")
                .put("time", Instant.ofEpochMilli(run.completedMillis()).toString());
        event.putObject("detail")
                .put("jobName", run.job())
                .put("severity", "ERROR")
                .put("state", run.state().name())
                .put("jobRunId", run.id())
                .put("message", run.error() == null ? "" : run.error());
        return event;
    }
}
