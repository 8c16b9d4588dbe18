package io.millrace.cli;

import io.millrace.contract.Contracts;
import io.millrace.contract.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "contracts",
        description = "Work with data contracts.",
        footer = {"", "Example:", "  millrace contracts check"},
        subcommands = {ContractsCommand.Check.class, ContractsDiffCommand.class, ContractsDocsCommand.class})
final class ContractsCommand extends Helpful implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Cannot work with contracts: name a subcommand");
    }

    @Command(
            name = "check",
            description = {
                "Read every contract under a folder and print all problems, a line each: file, line, property, what is",
                "wrong. Exits with 1 if there is one."
            },
            footer = {"", "Example:", "  millrace contracts check contracts"})
    static final class Check extends Subcommand {

        @Parameters(paramLabel = "DIR", arity = "0..1", description = "Folder (default: the checkout's contracts).")
        private Optional<Path> folder = Optional.empty();

        @Override
        public Integer call() {
            Path directory = folder.orElseGet(() -> Checkout.root().resolve("contracts"));
            if (!Files.isDirectory(directory)) {
                throw new IllegalArgumentException("Cannot check contracts in " + directory + ": no such folder");
            }
            List<Problem> problems = Contracts.check(directory);
            problems.forEach(problem -> out().println(problem));
            if (!problems.isEmpty()) {
                say(problems.size() + (problems.size() == 1 ? " problem" : " problems") + " in " + directory);
                return FAILED;
            }
            say("No problems in " + Contracts.read(directory).all().size() + " contracts");
            return DONE;
        }
    }
}
