package io.millrace.cli;

import io.millrace.keys.SourceKeys;
import io.millrace.local.platform.Endpoints;
import io.millrace.local.platform.UpOptions;
import io.millrace.target.StackOutputs;
import io.millrace.target.Target;
import io.millrace.target.Targets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "up",
        description = {
            "Start the local platform, deploy what has changed, and wait until it answers.",
            "Does next to nothing when all runs already; brings back a part that has died."
        },
        footer = {"", "Example:", "  millrace up", "  millrace up --fresh   # forget all data first"})
final class UpCommand extends Subcommand {

    @Option(names = "--fresh", description = "Delete the emulated account's data first.")
    private boolean fresh;

    @Mixin
    private EnvironmentOption environment = new EnvironmentOption();

    @Override
    public Integer call() {
        Endpoints endpoints;
        try (Stages stages = Stages.on(err())) {
            endpoints = environment.localPlatform("start").up(new UpOptions(fresh), stages);
        }
        Target target = Targets.local(endpoints);
        new SourceKeys(target).ensure(SourceKeys.DEFAULT_SOURCE, StackOutputs.of(target));
        say("Events:  " + endpoints.ingestUrl());
        say("AWS:     " + endpoints.awsEndpoint());
        say("Next:    millrace simulate --events 1000, then millrace query \"SHOW TABLES\"");
        return DONE;
    }
}
