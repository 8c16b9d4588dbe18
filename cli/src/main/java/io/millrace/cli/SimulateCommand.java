package io.millrace.cli;

import io.millrace.send.Sender;
import io.millrace.simulate.Anomaly;
import io.millrace.simulate.Rehearsal;
import io.millrace.simulate.Simulation;
import io.millrace.simulate.Tally;
import io.millrace.simulate.TrafficPlan;
import java.util.List;
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
        subcommands = SimulateFilesCommand.class,
        footer = {
            "",
            "Example: a reproducible minute with copies and broken events",
            "  millrace simulate --source web,clickstream --events 20000 --rate 500 --seed 7 \\",
            "      --duplicates 0.02 --invalid 0.01"
        })
final class SimulateCommand extends Subcommand {

    @Mixin
    private TrafficOptions traffic = new TrafficOptions();

    @Mixin
    private DoorOptions door = new DoorOptions();

    @Option(
            names = "--dry-run",
            description =
                    "Make the events and send none; prints how many of each kind, and how fast one core makes them.")
    private boolean dryRun;

    @Override
    public Integer call() throws InterruptedException {
        TrafficPlan plan = traffic.plan();
        if (dryRun) {
            print(new Rehearsal(plan).run());
            return DONE;
        }
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
            Simulation simulation = new Simulation(plan, sender, progress);
            shortest(simulation.anomalies());
            return simulation.run();
        }
    }

    private void shortest(List<Anomaly> anomalies) {
        anomalies.stream()
                .map(Anomaly::length)
                .filter(length -> length.compareTo(Anomaly.USUAL) < 0)
                .findFirst()
                .ifPresent(length -> say("The time is too short for anomalies of " + Anomaly.USUAL.toMinutes()
                        + " minutes: each lasts " + length.toMillis() / 1000.0 + " s."));
    }
}
