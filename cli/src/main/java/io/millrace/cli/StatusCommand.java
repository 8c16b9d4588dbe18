package io.millrace.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.doctor.Finding;
import io.millrace.lake.Pause;
import io.millrace.local.platform.Part;
import io.millrace.local.platform.Status;
import io.millrace.pause.PausedDatasets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "status",
        description = {
            "Say what each part of the local platform is doing.",
            "Exits with 1 unless all of them answer and the ledger is whole."
        },
        footer = {"", "Example:", "  millrace status --json"})
final class StatusCommand extends Subcommand {

    @Option(names = "--json", description = "Print JSON instead of a table.")
    private boolean json;

    @Mixin
    private EnvironmentOption environment = new EnvironmentOption();

    @Override
    public Integer call() {
        Status status = environment.localPlatform("look at").status();
        Optional<Finding> ledger = LedgerFinding.of(environment);
        // Pauses are kept in the ledger.
        boolean askable = status.running() && isWhole(ledger);
        List<Pause> paused = askable ? PausedDatasets.of(environment.target()) : List.of();
        if (json) {
            ObjectNode answer = toJson(status, paused);
            ledger.ifPresent(each -> answer.put("ledger", each.what()));
            print(answer);
        } else {
            status.parts()
                    .forEach(part -> out().printf(
                                    Locale.ROOT,
                                    "%-10s %-9s pid %-8s port %-6s %s%n",
                                    part.name(),
                                    word(part),
                                    part.pid() == null ? "-" : part.pid(),
                                    part.port() == null ? "-" : part.port(),
                                    part.detail()));
            paused.forEach(pause -> out().println(pause.dataset() + " is paused since " + pause.since()
                    + (pause.reason().isEmpty() ? "" : ": " + pause.reason())));
            ledger.ifPresent(each -> out().println(each.what()));
        }
        if (!isWhole(ledger)) {
            say("To make it whole: " + LedgerFinding.FIX);
        }
        return status.running() && isWhole(ledger) ? DONE : FAILED;
    }

    private static boolean isWhole(Optional<Finding> ledger) {
        return ledger.filter(each -> each.level() == Finding.Level.FAULT).isEmpty();
    }

    private static ObjectNode toJson(Status status, List<Pause> paused) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("running", status.running());
        var parts = json.putArray("parts");
        for (Part part : status.parts()) {
            ObjectNode node = parts.addObject();
            node.put("name", part.name());
            node.put("state", word(part));
            node.put("pid", part.pid());
            node.put("port", part.port());
            node.put("detail", part.detail());
            node.put("log", part.logFile().toString());
        }
        var pauses = json.putArray("paused");
        for (Pause pause : paused) {
            pauses.addObject()
                    .put("dataset", pause.dataset())
                    .put("since", pause.since().toString())
                    .put("reason", pause.reason());
        }
        return json;
    }

    private static String word(Part part) {
        return part.state().name().toLowerCase(Locale.ROOT);
    }
}
