package io.millrace.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.evolution.ChangeJson;
import io.millrace.evolution.Comparison;
import io.millrace.evolution.ContractChange;
import io.millrace.query.ResultTable;
import io.millrace.query.ResultTable.ResultColumn;
import io.millrace.query.TextTable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "diff",
        description = {
            "Compare two sets of contracts: what changed, whether senders and readers can go on as they are, and what",
            "the tables need. The deployment decides by the same rules. Exits with 1 if a change is breaking."
        },
        footer = {
            "",
            "Example:",
            "  millrace contracts diff old/contracts new/contracts --format json",
            "  millrace contracts diff main"
        })
final class ContractsDiffCommand extends Subcommand {

    enum Format {
        TABLE,
        JSON
    }

    @Parameters(
            index = "0",
            paramLabel = "A",
            description = "The contracts as they were: a folder, or a commit, tag or branch of the checkout.")
    private String before = "";

    @Parameters(
            index = "1",
            paramLabel = "B",
            arity = "0..1",
            description = "The contracts as they are to be (default: the checkout's folder).")
    private Optional<String> after = Optional.empty();

    @Option(names = "--format", paramLabel = "FORMAT", description = "table or json (default: table).")
    private Format format = Format.TABLE;

    @Override
    public Integer call() {
        List<ContractChange> changes = Comparison.of(
                ContractSource.named(before),
                ContractSource.named(after.orElseGet(
                        () -> Checkout.root().resolve("contracts").toString())));
        boolean breaking = changes.stream().anyMatch(change -> !change.weight().compatible());
        if (format == Format.JSON) {
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            json.put("verdict", breaking ? "breaking" : "compatible");
            json.set("contracts", ChangeJson.of(changes));
            print(json);
        } else {
            changes.forEach(this::print);
        }
        changes.forEach(change -> change.versionProblem().ifPresent(this::say));
        say(changes.isEmpty() ? "No differences" : breaking ? "Breaking" : "Compatible");
        return breaking ? FAILED : DONE;
    }

    private void print(ContractChange change) {
        out().println(change + ": " + change.weight().verdict());
        List<ResultColumn> columns = List.of(text("verdict"), text("what"), text("change"), text("why"), text("table"));
        List<List<@Nullable String>> rows = change.differences().stream()
                .map(each -> List.<@Nullable String>of(
                        each.weight().verdict(), each.place(), each.change(), each.reason(), each.tableChange()))
                .toList();
        out().println(TextTable.of(new ResultTable(columns, rows)).indent(2).stripTrailing());
        if (!change.tables().isEmpty()) {
            out().println("  reaches " + String.join(", ", change.tables()));
        }
        out().println();
    }

    private static ResultColumn text(String name) {
        return new ResultColumn(name, "varchar");
    }
}
