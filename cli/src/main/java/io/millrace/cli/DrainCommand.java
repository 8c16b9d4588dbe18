package io.millrace.cli;

import io.millrace.contract.Contract;
import io.millrace.lake.Pause;
import io.millrace.pause.Pausing;
import io.millrace.query.TableNames;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "drain",
        description = {
            "Wait until everything of a dataset that the door has accepted so far is visible in SQL.",
            "Tables of other datasets are not waited for, whatever holds them up."
        },
        footer = {"", "Example:", "  millrace drain orders && millrace pause orders"})
final class DrainCommand extends DatasetCommand {

    @Option(names = "--timeout", paramLabel = "TIME", description = "Fail after this long (default: 60s).")
    private Duration timeout = Duration.ofSeconds(60);

    @Override
    String run(Contract contract, OpenLake lake, Pausing pausing) throws InterruptedException {
        Set<String> tables = TableNames.all(lake.target(), contract);
        long begun = System.nanoTime();
        Optional<Pause> pause = pausing.of(contract.dataset());
        if (pause.isPresent()) {
            throw new IllegalStateException("Cannot drain " + contract.dataset() + ": it is paused since "
                    + pause.get().since() + "; millrace resume " + contract.dataset());
        }
        try (ProgressLine progress = ProgressLine.on(err())) {
            lake.settle(timeout, progress, tables::contains);
        }
        return String.format(
                Locale.ROOT, "Drained %s in %.1f s", contract.dataset(), (System.nanoTime() - begun) / 1e9);
    }
}
