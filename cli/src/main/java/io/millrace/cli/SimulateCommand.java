package io.millrace.cli;

import io.millrace.send.Sender;
import io.millrace.simulate.Simulation;
import io.millrace.simulate.Tally;
import io.millrace.simulate.TrafficPlan;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "simulate",
        description = {
            "Send the traffic of an imaginary shop at a steady rate.",
            "Prints a tally as JSON: what was sent, what the door said, and how many rows each table must hold",
            "because of it.",
            "The same seed sends the same event ids again, which the lake takes for duplicates."
        },
        footer = {
            "",
            "Example: a reproducible minute with copies and broken events",
            "  millrace simulate --source web,clickstream --events 20000 --rate 500 --seed 7 \\",
            "      --duplicates 0.02 --invalid 0.01"
        })
final class SimulateCommand extends Subcommand {

    @Option(
            names = "--source",
            split = ",",
            paramLabel = "NAME",
            description = "What to simulate: web (app_events), clickstream (default: both).")
    private List<String> sources = List.of("web", "clickstream");

    @Option(names = "--events", paramLabel = "N", description = "Events to send, copies included (default: 10000).")
    private int events = 10_000;

    @Option(
            names = "--rate",
            paramLabel = "R",
            description = "Events per second, all sources together; 0 = as fast as the door takes them (default: 500).")
    private double rate = 500;

    @Option(names = "--batch", paramLabel = "B", description = "Events per POST, at most (default: 100).")
    private int batch = 100;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "Makes the traffic reproducible (default: another each time).")
    private @Nullable Long seed;

    @Option(names = "--start", paramLabel = "TIME", description = "Time of the first event, ISO 8601 (default: now).")
    private @Nullable Instant start;

    @Option(names = "--duplicates", paramLabel = "P", description = "Fraction that is sent again later (default: 0).")
    private double duplicates;

    @Option(names = "--late", paramLabel = "P", description = "Fraction that happened 1 to 72 hours ago (default: 0).")
    private double late;

    @Option(names = "--invalid", paramLabel = "P", description = "Fraction that breaks its contract (default: 0).")
    private double invalid;

    @Mixin
    private DoorOptions door = new DoorOptions();

    @Override
    public Integer call() throws InterruptedException {
        long chosen = seed == null ? ThreadLocalRandom.current().nextInt(1_000_000) : seed;
        Instant first = start == null ? Instant.now() : start;
        TrafficPlan plan = new TrafficPlan(sources, events, rate, batch, chosen, first, duplicates, late, invalid);
        Tally tally = run(plan);
        print(tally.toJson());
        if (!tally.asMeant()) {
            say("Some events were not answered, or not as their contract says: compare 'invalid' with 'rejected'.");
            return FAILED;
        }
        return DONE;
    }

    private Tally run(TrafficPlan plan) throws InterruptedException {
        try (Sender sender = door.sender();
                ProgressLine progress = ProgressLine.on(err())) {
            return new Simulation(plan, sender, progress).run();
        }
    }
}
