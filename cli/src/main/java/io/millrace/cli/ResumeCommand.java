package io.millrace.cli;

import io.millrace.contract.Contract;
import io.millrace.lake.Pause;
import io.millrace.pause.Pausing;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "resume",
        description = {
            "Let a paused dataset go on, and wait until its tables hold what came meanwhile.",
            "It is appended in its order, many folds to a commit."
        },
        footer = {"", "Example:", "  millrace resume orders"})
final class ResumeCommand extends DatasetCommand {

    @Option(names = "--timeout", paramLabel = "TIME", description = "Fail after this long (default: 10m).")
    private Duration timeout = Duration.ofMinutes(10);

    @Override
    String run(Contract contract, OpenLake lake, Pausing pausing) throws InterruptedException {
        Optional<Pause> pause = pausing.of(contract.dataset());
        if (pause.isEmpty()) {
            return contract.dataset() + " is not paused";
        }
        pausing.end(pause.get(), timeout);
        return "Resumed " + contract.dataset() + ": its tables are up to date";
    }
}
