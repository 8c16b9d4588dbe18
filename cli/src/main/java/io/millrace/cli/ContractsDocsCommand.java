package io.millrace.cli;

import io.millrace.contract.ContractException;
import io.millrace.contract.Contracts;
import io.millrace.docs.ContractDocs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "docs",
        description = {
            "Write a page for each contract and an index: what the dataset is for, who owns it, its tables, its fields with",
            "their rules in words, a sample event, and how to send and read one. Static files that need no server. Prints",
            "where the index is."
        },
        footer = {"", "Example:", "  millrace contracts docs --out public/datasets"})
final class ContractsDocsCommand extends Subcommand {

    @Parameters(paramLabel = "DIR", arity = "0..1", description = "Folder (default: the checkout's contracts).")
    private Optional<Path> folder = Optional.empty();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where the pages go (default: contracts-docs in the platform's state, .millrace).")
    private Optional<Path> out = Optional.empty();

    @Override
    public Integer call() {
        Path directory = folder.orElseGet(() -> Checkout.root().resolve("contracts"));
        if (!Files.isDirectory(directory)) {
            throw new IllegalArgumentException("Cannot document contracts in " + directory + ": no such folder");
        }
        Contracts contracts;
        try {
            contracts = Contracts.read(directory);
        } catch (ContractException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
        Path index = ContractDocs.write(
                contracts, out.orElseGet(() -> Checkout.state().resolve("contracts-docs")));
        out().println(index);
        int count = contracts.all().size();
        say("Wrote a page for " + count + (count == 1 ? " contract" : " contracts") + ", and an index");
        return DONE;
    }
}
