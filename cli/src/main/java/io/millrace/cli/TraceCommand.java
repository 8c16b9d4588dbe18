package io.millrace.cli;

import io.millrace.contract.Contract;
import io.millrace.contract.Contracts;
import io.millrace.trace.EventCopy;
import io.millrace.trace.TraceJson;
import io.millrace.trace.TraceText;
import io.millrace.trace.Tracing;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "trace",
        description = {
            "Show where one event went: the door, the stream's record, the claim, the fold, the tables; and how long each",
            "step took. Every copy of it is shown, also those in quarantine. Exits with 1 if it is in no table."
        },
        footer = {"", "Example:", "  millrace trace 0f8b7d1e-6f1a-4a0e-9c63-0d6cf1d4f1b2"})
final class TraceCommand extends Subcommand {

    @Parameters(paramLabel = "EVENT_ID", description = "The id that the door answered.")
    private String eventId = "";

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "Received since: an ISO 8601 instant, or a time ago as in 2h (default: 7d).")
    private String since = "7d";

    @Mixin
    private PageOption format = new PageOption();

    @Mixin
    private EnvironmentOption environment = new EnvironmentOption();

    @Override
    public Integer call() throws InterruptedException {
        Instant from = Moments.parse(since, Instant.now());
        Contracts contracts = Contracts.bundled();
        List<EventCopy> copies;
        try (OpenLake lake = new OpenLake(environment.target())) {
            copies = new Tracing(lake.lake(), lake.target(), lake.queries(), contracts).trace(eventId, from);
        }
        if (format.isJson()) {
            print(TraceJson.of(eventId, from, copies));
        } else if (!copies.isEmpty()) {
            out().print(TraceText.of(eventId, copies));
            out().flush();
        }
        if (copies.isEmpty()) {
            say("Cannot find event " + eventId + ": searched bronze, silver and quarantine of "
                    + contracts.all().stream().map(Contract::dataset).collect(Collectors.joining(", "))
                    + " for rows received since " + from + ".");
            say("If it was sent just now, run 'millrace settle' first. The door keeps no event of an unknown dataset"
                    + " or over the size limit.");
            return FAILED;
        }
        return DONE;
    }
}
