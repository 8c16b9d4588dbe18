package io.millrace.cli;

import io.millrace.contract.Contract;
import io.millrace.lake.Pause;
import io.millrace.pause.Pausing;
import io.millrace.query.TableNames;
import io.millrace.target.StackOutputs;
import io.millrace.target.Target;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "drain",
        description = {
            "Wait until everything of a dataset that the door has accepted so far is visible in SQL.",
            "Tables of other datasets are not waited for, whatever holds them up."
        },
        footer = {"", "Example:", "  millrace drain orders && millrace pause orders"})
final class DrainCommand extends Subcommand {

    @Mixin
    private DatasetArgument dataset = new DatasetArgument();

    @Option(names = "--timeout", paramLabel = "TIME", description = "Fail after this long (default: 60s).")
    private Duration timeout = Duration.ofSeconds(60);

    @Mixin
    private EnvironmentOption environment = new EnvironmentOption();

    @Override
    public Integer call() throws InterruptedException {
        Contract contract = dataset.contract();
        Target target = environment.target();
        Set<String> tables = TableNames.all(target, contract);
        long begun = System.nanoTime();
        try (OpenLake lake = new OpenLake(target);
                Pausing pausing = Pausing.of(target, StackOutputs.of(target), lake.lake());
                ProgressLine progress = ProgressLine.on(err())) {
            Optional<Pause> pause = pausing.of(contract.dataset());
            if (pause.isPresent()) {
                throw new IllegalStateException("Cannot drain " + contract.dataset() + ": it is paused since "
                        + pause.get().since() + "; millrace resume " + contract.dataset());
            }
            lake.settle(timeout, progress, tables::contains);
        }
        say(String.format(Locale.ROOT, "Drained %s in %.1f s", contract.dataset(), (System.nanoTime() - begun) / 1e9));
        return DONE;
    }
}
