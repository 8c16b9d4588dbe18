package io.millrace.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.millrace.alerting.Alerting;
import io.millrace.alerts.fold.Entry;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "list",
        description =
                "List as JSON the troubles of the last 30 days, newest first: their state, and how often they were told.",
        footer = {"", "Example:", "  millrace alert list | jq '.[] | select(.state == \"firing\")'"})
final class AlertListCommand extends Subcommand {

    @Option(names = "--limit", paramLabel = "N", description = "At most so many (default: 50).")
    private int limit = 50;

    @Mixin
    private EnvironmentOption environment = new EnvironmentOption();

    @Override
    public Integer call() {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        try (Alerting alerting = new Alerting(environment.target())) {
            alerting.told().stream().limit(limit).forEach(entry -> add(list, entry));
        }
        print(list);
        return DONE;
    }

    private static void add(ArrayNode list, Entry entry) {
        list.addObject()
                .put("at", entry.at().toString())
                .put("state", entry.state().name().toLowerCase(Locale.ROOT))
                .put("severity", entry.severity().name().toLowerCase(Locale.ROOT))
                .put("title", entry.title())
                .put("delivered", !entry.delivered().isEmpty())
                .put("repeated", entry.repeated())
                .put("dedupKey", entry.key());
    }
}
