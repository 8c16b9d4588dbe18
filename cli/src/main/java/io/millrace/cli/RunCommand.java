package io.millrace.cli;

import io.millrace.jobs.JobCatalog;
import io.millrace.jobs.JobRuns;
import io.millrace.jobs.RunEnd;
import io.millrace.target.Target;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "run",
        description = {
            "Run a batch job on Glue, wait for it, print its result.",
            "Without a job, lists those that are deployed. On the local platform the job is a process of this machine,",
            "whose log is 'millrace logs job-NAME'."
        },
        footer = {"", "Example:", "  millrace run table-sizes layer=silver", "  millrace run table-sizes --dry-run"})
final class RunCommand extends Subcommand {

    @Parameters(index = "0", arity = "0..1", paramLabel = "JOB", description = "Name of the job.")
    private Optional<String> job = Optional.empty();

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "key=value", description = "Arguments of the job.")
    private List<String> arguments = List.of();

    @Option(names = "--dry-run", description = "Only say what would be done.")
    private boolean dryRun;

    @Mixin
    private EnvironmentOption environment = new EnvironmentOption();

    @Override
    public Integer call() throws InterruptedException {
        Target target = environment.target();
        if (job.isEmpty()) {
            new JobCatalog(target).jobs().forEach((name, description) -> out().printf("%-20s %s%n", name, description));
            return DONE;
        }
        Map<String, String> given = new LinkedHashMap<>();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("Cannot read argument '" + argument + "': write key=value");
            }
            given.put("--" + argument.substring(0, equals), argument.substring(equals + 1));
        }
        if (dryRun) {
            given.put("--dry_run", "true");
        }
        RunEnd end = run(target, job.get(), given, err());
        end.report().ifPresent(this::print);
        if (!end.succeeded()) {
            say("Job " + job.get() + " " + end.state() + ": " + end.error());
            say("Its log: millrace logs job-" + job.get());
        }
        return end.succeeded() ? DONE : FAILED;
    }

    static RunEnd run(Target target, String job, Map<String, String> arguments, PrintWriter err)
            throws InterruptedException {
        try (JobRuns runs = new JobRuns(target);
                ProgressLine progress = ProgressLine.on(err)) {
            return runs.run(job, arguments, state -> progress.waiting(job + " " + state));
        }
    }
}
