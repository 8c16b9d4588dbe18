package io.millrace.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "quarantine",
        description = "Look at what was rejected: where, why, and the bytes; and bring in what keeps the contract now.",
        footer = {"", "Example:", "  millrace quarantine list"},
        subcommands = {QuarantineListCommand.class, QuarantineShowCommand.class, QuarantineReplayCommand.class})
final class QuarantineCommand extends Helpful implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Cannot look at quarantine: name a subcommand");
    }
}
