package io.millrace.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "alert",
        description = "Test the way of alerts to people, and list what they were told.",
        footer = {"", "Example:", "  millrace alert test"},
        subcommands = {AlertTestCommand.class, AlertListCommand.class})
final class AlertCommand extends Helpful implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Cannot alert: name a subcommand");
    }
}
