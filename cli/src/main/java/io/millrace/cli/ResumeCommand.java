package io.millrace.cli;

import io.millrace.contract.Contract;
import io.millrace.lake.Pause;
import io.millrace.pause.Pausing;
import io.millrace.target.StackOutputs;
import io.millrace.target.Target;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "resume",
        description = {
            "Let a paused dataset go on, and wait until its tables hold what came meanwhile.",
            "It is appended in its order, many folds to a commit."
        },
        footer = {"", "Example:", "  millrace resume orders"})
final class ResumeCommand extends Subcommand {

    @Mixin
    private DatasetArgument dataset = new DatasetArgument();

    @Option(names = "--timeout", paramLabel = "TIME", description = "Fail after this long (default: 10m).")
    private Duration timeout = Duration.ofMinutes(10);

    @Mixin
    private EnvironmentOption environment = new EnvironmentOption();

    @Override
    public Integer call() throws InterruptedException {
        Contract contract = dataset.contract();
        Target target = environment.target();
        try (OpenLake lake = new OpenLake(target);
                Pausing pausing = Pausing.of(target, StackOutputs.of(target), lake.lake())) {
            Optional<Pause> pause = pausing.of(contract.dataset());
            if (pause.isEmpty()) {
                say(contract.dataset() + " is not paused");
                return DONE;
            }
            pausing.end(pause.get(), timeout);
        }
        say("Resumed " + contract.dataset() + ": its tables are up to date");
        return DONE;
    }
}
