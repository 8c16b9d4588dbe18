package io.millrace.cli;

import io.millrace.keys.SourceKeys;
import io.millrace.target.StackOutputs;
import io.millrace.target.Target;
import java.time.Duration;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "rotate",
        description = {
            "Make a new key for a source, with the datasets and origins of its newest one, and print it, this once.",
            "The old ones stay good for a while, so that clients can change over."
        },
        footer = {"", "Example:", "  millrace keys rotate shop-web --keep 24h"})
final class KeysRotateCommand extends Subcommand {

    @Parameters(paramLabel = "SOURCE", description = "Name of the source.")
    private String source = "";

    @Option(
            names = "--keep",
            paramLabel = "T",
            defaultValue = "7d",
            description = "How long the old keys stay good (default: ${DEFAULT-VALUE}).")
    private Duration keep = Duration.ofDays(7);

    @Mixin
    private EnvironmentOption environment = new EnvironmentOption();

    @Override
    public Integer call() {
        Target target = environment.target();
        Instant until = Instant.now().plus(keep);
        out().println(new SourceKeys(target).rotate(source, until, StackOutputs.of(target)));
        say("The old keys of " + source + " are good until " + until);
        return DONE;
    }
}
