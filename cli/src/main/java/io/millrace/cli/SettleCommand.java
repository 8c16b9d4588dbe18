package io.millrace.cli;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "settle",
        description = {
            "Wait until everything that the door has accepted so far is visible in SQL.",
            "What arrives during the wait is not waited for."
        },
        footer = {"", "Example:", "  millrace settle --timeout 60s"})
final class SettleCommand extends Subcommand {

    @Option(names = "--timeout", paramLabel = "TIME", description = "Fail after this long (default: 60s).")
    private Duration timeout = Duration.ofSeconds(60);

    @Mixin
    private EnvironmentOption environment = new EnvironmentOption();

    @Override
    public Integer call() throws InterruptedException {
        long begun = System.nanoTime();
        try (OpenLake lake = new OpenLake(environment.target());
                ProgressLine progress = ProgressLine.on(err())) {
            lake.settle(timeout, progress);
            Set<String> held = lake.lake().held().keySet();
            if (!held.isEmpty()) {
                say("Not waited for, being paused: " + String.join(", ", new TreeSet<>(held)));
            }
        }
        say(String.format(Locale.ROOT, "Settled in %.1f s", (System.nanoTime() - begun) / 1e9));
        return DONE;
    }
}
