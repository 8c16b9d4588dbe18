package io.millrace.cli;

import io.millrace.keys.SourceKeys;
import io.millrace.target.StackOutputs;
import io.millrace.target.Target;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "keys",
        description = "Manage the write keys of sources.",
        footer = {"", "Example:", "  millrace keys create shop-web"},
        subcommands = KeysCommand.Create.class)
final class KeysCommand extends Helpful implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Cannot manage keys: name a subcommand");
    }

    @Command(
            name = "create",
            description = {
                "Make a write key for a source and print it. Sources are told apart in the lake by their keys;",
                "a key is good for sending only."
            },
            footer = {"", "Example:", "  millrace keys create shop-web"})
    static final class Create extends Subcommand {

        @Parameters(paramLabel = "SOURCE", description = "Name of the source, as rows will carry it.")
        private String source = "";

        @Mixin
        private EnvironmentOption environment = new EnvironmentOption();

        @Override
        public Integer call() {
            Target target = environment.target();
            out().println(new SourceKeys(target).create(source, StackOutputs.of(target)));
            return DONE;
        }
    }
}
