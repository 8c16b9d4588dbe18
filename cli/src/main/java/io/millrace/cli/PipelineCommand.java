package io.millrace.cli;

import io.millrace.jobs.Pipeline;
import io.millrace.jobs.PipelineRun;
import io.millrace.jobs.PipelineRun.StepEnd;
import io.millrace.target.Target;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "pipeline",
        description = {
            "Run the day's batch now: the jobs of daily_data_pipeline, one after the other, as Airflow would.",
            "Ends at the first that fails; nothing is tried again. What succeeded need not run again: --from."
        },
        footer = {"", "Example:", "  millrace pipeline", "  millrace pipeline --from process_gold_layer"})
final class PipelineCommand extends Subcommand {

    @Option(names = "--from", paramLabel = "TASK", description = "Begin with this task (default: the first).")
    private Optional<String> from = Optional.empty();

    @Option(names = "--dry-run", description = "Only say what each job would do.")
    private boolean dryRun;

    @Mixin
    private EnvironmentOption environment = new EnvironmentOption();

    @Override
    public Integer call() throws InterruptedException, IOException {
        Pipeline all = Pipeline.of(Checkout.root());
        Pipeline pipeline = from.map(all::from).orElse(all);
        List<StepEnd> ends =
                run(environment.target(), pipeline, dryRun ? Map.of("--dry_run", "true") : Map.of(), err());
        ends.forEach(step -> out().println(line(step)));
        return succeeded(ends) ? DONE : FAILED;
    }

    static List<StepEnd> run(Target target, Pipeline pipeline, Map<String, String> arguments, PrintWriter err)
            throws InterruptedException {
        try (ProgressLine progress = ProgressLine.on(err)) {
            return new PipelineRun(target, (step, state) -> progress.waiting(step.task() + " " + state))
                    .run(pipeline, arguments);
        }
    }

    static boolean succeeded(List<StepEnd> ends) {
        return ends.stream().allMatch(step -> step.end().succeeded());
    }

    static String line(StepEnd step) {
        String failure = step.end().succeeded()
                ? ""
                : "  " + step.end().error() + " (millrace logs job-"
                        + step.step().job() + ")";
        return String.format(
                Locale.ROOT,
                "%-24s %-14s %-10s %5.1f s%s",
                step.step().task(),
                step.step().job(),
                step.end().state(),
                step.seconds(),
                failure);
    }
}
