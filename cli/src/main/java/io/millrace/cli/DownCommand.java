package io.millrace.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "down",
        description = "Stop the local platform. Its data stays until the next 'up', unless wiped.",
        footer = {"", "Example:", "  millrace down", "  millrace down --wipe   # delete its data and logs too"})
final class DownCommand extends Subcommand {

    @Option(names = "--wipe", description = "Delete the emulated account's data, the logs and the remembered ports.")
    private boolean wipe;

    @Mixin
    private EnvironmentOption environment = new EnvironmentOption();

    @Override
    public Integer call() {
        try (Stages stages = Stages.on(err())) {
            environment.localPlatform("stop").down(wipe, stages);
        }
        return DONE;
    }
}
