package io.millrace.cli;

import io.millrace.contract.Contract;
import io.millrace.lake.Pause;
import io.millrace.pause.Pausing;
import io.millrace.query.TableNames;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "pause",
        description = {
            "Have a dataset's tables stay as they are, for maintenance, a migration or an incident.",
            "The door goes on taking its events, they wait in data files, and nothing is lost. All other datasets go on.",
            "When the command ends, no commit comes to these tables any more."
        },
        footer = {"", "Example:", "  millrace pause orders --reason 'wrong currency since 10:00'"})
final class PauseCommand extends DatasetCommand {

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for whoever finds it paused.")
    private String reason = "";

    @Option(names = "--timeout", paramLabel = "TIME", description = "Fail after this long (default: 3m).")
    private Duration timeout = Duration.ofMinutes(3);

    @Override
    String run(Contract contract, OpenLake lake, Pausing pausing) throws InterruptedException {
        Pause pause = new Pause(
                contract.dataset(),
                TableNames.all(lake.target(), contract),
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                reason);
        pausing.begin(pause, timeout);
        return "Paused " + contract.dataset() + ": its tables stay as they are until millrace resume "
                + contract.dataset();
    }
}
