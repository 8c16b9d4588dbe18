package io.millrace.cli;

import io.millrace.audit.Delay;
import io.millrace.audit.LedgerReport;
import io.millrace.demo.GoldTour;
import io.millrace.demo.HoledFile;
import io.millrace.demo.ShopClosing;
import io.millrace.jobs.Pipeline;
import io.millrace.jobs.PipelineRun.StepEnd;
import io.millrace.keys.SourceKeys;
import io.millrace.local.platform.Endpoints;
import io.millrace.local.platform.UpOptions;
import io.millrace.send.Door;
import io.millrace.send.Poster;
import io.millrace.send.Sender;
import io.millrace.simulate.Faults;
import io.millrace.simulate.Simulation;
import io.millrace.simulate.Tally;
import io.millrace.simulate.TrafficPlan;
import io.millrace.simulate.source.Sources;
import io.millrace.target.StackOutputs;
import io.millrace.target.Target;
import io.millrace.target.Targets;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "demo",
        description = {
            "Start the platform, send it a shop's traffic, run the day's batch, print what came out.",
            "Some of the events are copies and some are broken, so that every table gets rows. In the end something fails,",
            "to show who hears of it."
        },
        footer = {"", "Example:", "  millrace demo"})
final class DemoCommand extends Subcommand {

    private static final int RATE = 500;
    private static final int BATCH = 100;
    private static final int CONNECTIONS = 8;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration BOUND = Duration.ofSeconds(30);

    @Option(names = "--seconds", paramLabel = "N", description = "How long the shop is open (default: 45).")
    private int seconds = 45;

    @Mixin
    private EnvironmentOption environment = new EnvironmentOption();

    @Override
    public Integer call() throws InterruptedException, IOException {
        Endpoints endpoints;
        try (Stages stages = Stages.on(err())) {
            endpoints = environment.localPlatform("demonstrate").up(UpOptions.defaults(), stages);
        }
        Target target = Targets.local(endpoints);
        String key = new SourceKeys(target).ensure(SourceKeys.DEFAULT_SOURCE, StackOutputs.of(target));
        Instant begun = Instant.now();
        TrafficPlan plan = plan(begun);
        Tally tally = simulate(new Door(endpoints.ingestUrl(), key), plan);
        try (OpenLake lake = new OpenLake(target)) {
            say("Waiting until all of it is in the tables");
            try (ProgressLine progress = ProgressLine.on(err())) {
                lake.settle(PATIENCE, progress);
            }
            LedgerReport report = LedgerCommand.run(lake);
            List<Delay> delays = FreshnessCommand.measure(lake, begun);
            DemoLedger.print(report, delays, out());
            report.gaps().forEach(this::say);
            Optional<String> slow = FreshnessCommand.aboveBound(delays, BOUND);
            slow.ifPresent(this::say);
            boolean batch = batch(lake, plan);
            next(target);
            return tally.asMeant() && report.gaps().isEmpty() && slow.isEmpty() && batch ? DONE : FAILED;
        }
    }

    private boolean batch(OpenLake lake, TrafficPlan plan) throws InterruptedException, IOException {
        Target target = lake.target();
        say("Landing the shop's files");
        Path files = Checkout.state().resolve("demo");
        ShopClosing.land(plan, files, target);
        say("Running the day's jobs");
        boolean succeeded = jobs(target);
        GoldTour gold = new GoldTour(target, lake.queries(), out(), err());
        boolean filled = gold.show();
        boolean scored = gold.score();
        say("Landing a broken product file");
        HoledFile broken =
                new HoledFile(target, (job, arguments) -> RunCommand.run(target, job, arguments, err()), out(), err());
        boolean told = broken.show(files);
        return succeeded && filled && scored && told;
    }

    private boolean jobs(Target target) throws InterruptedException, IOException {
        List<StepEnd> ends = PipelineCommand.run(target, Pipeline.of(Checkout.root()), Map.of(), err());
        out().println("The day's jobs");
        out().println();
        ends.forEach(step -> out().println("  " + PipelineCommand.line(step)));
        out().println();
        return PipelineCommand.succeeded(ends);
    }

    private TrafficPlan plan(Instant begun) {
        return new TrafficPlan(
                Sources.names(),
                seconds * RATE,
                RATE,
                BATCH,
                ThreadLocalRandom.current().nextInt(1_000_000),
                begun,
                Duration.ZERO,
                new Faults(0.02, 0.01, 0.01, 0));
    }

    private Tally simulate(Door door, TrafficPlan plan) throws InterruptedException {
        say("Sending " + seconds + " s of a shop's traffic, " + RATE + " events a second, to " + door.ingestUrl());
        try (Sender sender = new Sender(new Poster(door, PATIENCE), CONNECTIONS);
                ProgressLine progress = ProgressLine.on(err())) {
            return new Simulation(plan, sender, progress).run();
        }
    }

    private void next(Target target) {
        out().println("Try next");
        out().println("  ./millrace query \"SELECT event_type, count(*) FROM app_events_silver GROUP BY 1\"");
        out().println("  ./millrace query \"SELECT _rule, _pointer, count(*) FROM " + target.database("bronze")
                + ".app_events_quarantine GROUP BY 1, 2\"");
        out().println("  ./millrace simulate --events 5000 --seed 7    # and again: silver holds each event once");
        out().println("  ./millrace pipeline                           # the day's jobs again: only what has changed");
        out().println("  ./millrace outputs                            # where your own events go");
        out().println("  ./millrace down                               # the data stays");
    }
}
