package io.millrace.cli;

import io.millrace.simulate.Faults;
import io.millrace.simulate.TrafficPlan;
import io.millrace.simulate.source.Sources;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What traffic a command makes. */
final class TrafficOptions {

    @Option(
            names = "--source",
            split = ",",
            paramLabel = "NAME",
            description = {
                "What to simulate: web and mobile (app_events), clickstream, cdc (cdc_changes), external, orders, users,",
                "sensors (default: all of them)."
            })
    private List<String> sources = Sources.names();

    @Option(names = "--events", paramLabel = "N", description = "Events in all, copies included (default: 10000).")
    private int events = 10_000;

    @Option(
            names = "--rate",
            paramLabel = "R",
            description = {
                "Events per second, all sources together and on average; 0 = as fast as the door takes them",
                "(default: 500)."
            })
    private double rate = 500;

    @Option(names = "--batch", paramLabel = "B", description = "Events per POST, at most (default: 100).")
    private int batch = 100;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "Makes the shop and its traffic reproducible (default: another each time).")
    private @Nullable Long seed;

    @Option(names = "--start", paramLabel = "TIME", description = "Time of the first event, ISO 8601 (default: now).")
    private @Nullable Instant start;

    @Option(
            names = "--over",
            paramLabel = "TIME",
            description = {
                "Spread the events' own times over this long, as in 36h, up to now, instead of dating them when they",
                "are sent."
            })
    private Duration over = Duration.ZERO;

    @Option(names = "--duplicates", paramLabel = "P", description = "Fraction that is sent again later (default: 0).")
    private double duplicates;

    @Option(names = "--late", paramLabel = "P", description = "Fraction that happened 1 to 72 hours ago (default: 0).")
    private double late;

    @Option(names = "--invalid", paramLabel = "P", description = "Fraction that breaks its contract (default: 0).")
    private double invalid;

    @Option(
            names = "--anomalies",
            paramLabel = "P",
            description = {
                "Fraction of the time that is a burst (three times the rate) or a silence, 5 minutes each, and of",
                "sensors' values and orders that lie far off (default: 0)."
            })
    private double anomalies;

    /** The plan; chooses a seed and a start where none was given, so it is asked for once. */
    TrafficPlan plan() {
        long chosen = seed == null ? ThreadLocalRandom.current().nextInt(1_000_000) : seed;
        Instant first = start == null ? Instant.now().minus(over) : start;
        Faults faults = new Faults(duplicates, late, invalid, anomalies);
        return new TrafficPlan(sources, events, rate, batch, chosen, first, over, faults);
    }
}
