package io.millrace.cli;

import io.millrace.contract.Contracts;
import io.millrace.keys.KeyScope;
import io.millrace.keys.SourceKeys;
import io.millrace.target.StackOutputs;
import io.millrace.target.Target;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "create",
        description = {
            "Make a write key for a source and print it, this once: only its hash is kept.",
            "Sources are told apart in the lake by their keys; a key is good for sending only."
        },
        footer = {
            "",
            "Example:",
            "  millrace keys create shop-web --dataset app_events,clickstream --origin https://shop.example"
        })
final class KeysCreateCommand extends Subcommand {

    @Parameters(paramLabel = "SOURCE", description = "Name of the source, as rows will carry it.")
    private String source = "";

    @Option(names = "--dataset", paramLabel = "D", split = ",", description = "Datasets it may write (default: all).")
    private List<String> datasets = List.of();

    @Option(
            names = "--origin",
            paramLabel = "URL",
            split = ",",
            description = "Web origins whose pages may use it (default: all).")
    private List<String> origins = List.of();

    @Mixin
    private EnvironmentOption environment = new EnvironmentOption();

    @Override
    public Integer call() {
        KeyScope scope = new KeyScope(Set.copyOf(datasets), Set.copyOf(origins));
        for (String dataset : datasets) {
            if (Contracts.bundled().find(dataset).isEmpty()) {
                throw new IllegalArgumentException(
                        "Cannot let a key write dataset '" + dataset + "': it has no contract");
            }
        }
        Target target = environment.target();
        out().println(new SourceKeys(target).create(source, scope, StackOutputs.of(target)));
        return DONE;
    }
}
