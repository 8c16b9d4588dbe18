package io.millrace.job;

import io.millrace.job.argument.ArgumentList;
import io.millrace.job.argument.ArgumentReader;
import io.millrace.job.lineage.Datasets;
import io.millrace.job.lineage.Lineage;
import io.millrace.job.lineage.LineageClients;
import io.openlineage.client.OpenLineageClient;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Runs a job: reads its arguments, opens the lake, tells lineage, prints and keeps the report.
 *
 * @param variables of the process
 * @param out gets the report as its last line
 */
public record JobRunner(Clock clock, Map<String, String> variables, PrintStream out) {

    /** One that runs in this process as it is. */
    public static JobRunner ofProcess() {
        return new JobRunner(Clock.systemUTC(), System.getenv(), System.out);
    }

    /**
     * Runs a job to its end; with {@code --help} only says what it is.
     *
     * @throws io.millrace.job.argument.ArgumentException when it was started wrongly; nothing was done then
     * @throws Exception what stopped it, after the report of it
     */
    public <A extends Record, R extends Record> void run(Job<A, R> job, List<String> tokens) throws Exception {
        ArgumentList list = ArgumentList.parse(tokens);
        if (list.has("help")) {
            out.println(help(job));
            return;
        }
        list.allowOnly(List.of(RunSettings.class, job.arguments()));
        RunSettings settings = ArgumentReader.read(RunSettings.class, list);
        A arguments = ArgumentReader.read(job.arguments(), list);
        String runId = settings.jobRunId() == null ? UUID.randomUUID().toString() : settings.jobRunId();
        String batchId = settings.batchId() == null ? runId : settings.batchId();
        Instant startedAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Datasets datasets = new Datasets();
        OpenLineageClient client = LineageClients.open(settings.lineage());
        try (Lineage lineage = new Lineage(client, "millrace-" + settings.env(), job.name(), runId)) {
            Lake lake = SparkSessions.open("millrace-" + job.name(), settings, variables);
            JobContext context =
                    new JobContext(lake, batchId, startedAt, settings.dryRun(), settings.parallelism(), datasets);
            Run run = new Run(job.name(), runId, settings.env(), context);
            lineage.started(startedAt);
            R result;
            try {
                result = job.run(arguments, context);
            } catch (Exception e) {
                tell(lake, run.failed(clock.instant(), e));
                lineage.failed(clock.instant(), datasets);
                throw e;
            }
            tell(lake, run.succeeded(clock.instant(), result));
            lineage.completed(clock.instant(), datasets);
        }
    }

    private void tell(Lake lake, RunReport report) {
        Reports.keep(lake, report);
        out.println(report.json());
        out.flush();
    }

    private static String help(Job<?, ?> job) {
        return String.join(
                "\n",
                List.of(
                        job.name() + ": " + job.description(),
                        "",
                        "Arguments:",
                        String.join("\n", ArgumentReader.help(job.arguments())),
                        "Of every job:",
                        String.join("\n", ArgumentReader.help(RunSettings.class))));
    }

    private record Run(String job, String id, String env, JobContext context) {
        RunReport succeeded(Instant at, Record result) {
            return report("SUCCEEDED", at, result, null);
        }

        RunReport failed(Instant at, Exception why) {
            return report(
                    "FAILED",
                    at,
                    why instanceof PartlyDone partly ? partly.result() : null,
                    String.valueOf(why.getMessage()).lines().findFirst().orElse(why.toString()));
        }

        private RunReport report(String state, Instant at, @Nullable Record result, @Nullable String error) {
            return new RunReport(
                    job,
                    id,
                    context.batchId(),
                    env,
                    state,
                    context.dryRun(),
                    context.startedAt(),
                    at,
                    context.datasets().inputs(),
                    context.datasets().outputs(),
                    result,
                    error);
        }
    }
}
