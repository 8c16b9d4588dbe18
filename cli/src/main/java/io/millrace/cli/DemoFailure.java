package io.millrace.cli;

import io.millrace.alerting.Alerting;
import io.millrace.alerts.fold.Entry;
import io.millrace.jobs.JobRuns;
import io.millrace.jobs.RunEnd;
import io.millrace.target.Target;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The part of the demo in which something fails, and people hear of it: a job that is started wrongly. */
final class DemoFailure {
    private static final String JOB = "table-sizes";
    private static final Map<String, String> WRONG = Map.of("--layer", "basement");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(500);

    private final Target target;
    private final PrintWriter out;
    private final PrintWriter err;

    DemoFailure(Target target, PrintWriter out, PrintWriter err) {
        this.target = target;
        this.out = out;
        this.err = err;
    }

    /** Returns whether the job failed and the channel got its message. */
    boolean show() throws InterruptedException {
        Instant begun = Instant.now();
        RunEnd end;
        try (JobRuns runs = new JobRuns(target);
                ProgressLine progress = ProgressLine.on(err)) {
            String id = runs.start(JOB, WRONG);
            end = runs.await(JOB, id, state -> progress.waiting(JOB + " " + state));
        }
        Optional<Entry> told = told(begun);
        if (end.succeeded() || told.isEmpty()) {
            err.println("Job " + JOB + " " + end.state() + ", and the channel "
                    + (told.isEmpty() ? "got no message in " + PATIENCE.toSeconds() + " s" : "got a message"));
            return false;
        }
        out.println("A job was started wrongly, and Slack heard of it");
        out.println();
        out.println("  " + told.get().delivered());
        out.println();
        return true;
    }

    private Optional<Entry> told(Instant begun) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (Alerting alerting = new Alerting(target)) {
            while (System.nanoTime() - deadline < 0) {
                Optional<Entry> told = alerting.told().stream()
                        .filter(entry -> entry.sent()
                                && !entry.at().isBefore(begun)
                                && entry.title().contains(JOB))
                        .findFirst();
                if (told.isPresent()) {
                    return told;
                }
                Thread.sleep(POLL.toMillis());
            }
        }
        return Optional.empty();
    }
}
