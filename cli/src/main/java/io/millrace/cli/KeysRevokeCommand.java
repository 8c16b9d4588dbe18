package io.millrace.cli;

import io.millrace.keys.SourceKey;
import io.millrace.keys.SourceKeys;
import io.millrace.target.StackOutputs;
import io.millrace.target.Target;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "revoke",
        description = {
            "End a key. /v1/events refuses it as soon as API Gateway has heard, the paths of SDKs within 60 seconds.",
            "What was accepted before stays."
        },
        footer = {"", "Example:", "  millrace keys revoke a1b2c3d4e5"})
final class KeysRevokeCommand extends Subcommand {

    @Parameters(paramLabel = "ID", description = "The key's id, as keys list tells it, or the key itself.")
    private String key = "";

    @Mixin
    private EnvironmentOption environment = new EnvironmentOption();

    @Override
    public Integer call() {
        Target target = environment.target();
        SourceKey revoked = new SourceKeys(target).revoke(key, StackOutputs.of(target));
        say("Revoked key " + revoked.id() + " of " + revoked.source());
        return DONE;
    }
}
