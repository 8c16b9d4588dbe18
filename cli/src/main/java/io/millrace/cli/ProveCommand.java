package io.millrace.cli;

import io.millrace.proof.ProofReport;
import io.millrace.proof.world.Exploration;
import io.millrace.prove.DedupWindows;
import io.millrace.prove.Mutants;
import io.millrace.prove.Schedules;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "prove",
        description = {
            "Show that the commit protocol loses nothing and writes nothing twice.",
            "Runs the protocol's own code in a simulated world, in many schedules of crashes, lost answers, re-cut",
            "batches, resharding and the like. One seed is one schedule. A schedule that fails is made short and told",
            "step by step, and the exit code is 1. Needs no platform."
        },
        footer = {
            "",
            "Examples:",
            "  millrace prove --schedules 1000000 --seed 1",
            "  millrace prove --schedules 1 --seed 4711      # one schedule again",
            "  millrace prove --mutants                      # show that mistakes would be found",
            "  millrace prove --windows                      # what the dedup window costs and finds",
            "  millrace prove --explore 3                    # every order of a small model's steps and deaths"
        })
final class ProveCommand extends Subcommand {

    @Option(names = "--schedules", defaultValue = "20000", description = "How many. Default: ${DEFAULT-VALUE}.")
    private long schedules;

    @Option(names = "--seed", defaultValue = "1", description = "Seed of the first. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--threads", description = "How many at once. Default: one for each core.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--mutants", description = "Put one mistake after the other into the protocol, and find each.")
    private boolean mutants;

    @Option(
            names = "--explore",
            paramLabel = "DEATHS",
            description = "Explore two writers and a committer in every order, with up to so many deaths (0 to 3).")
    private @Nullable Integer explore;

    @Option(
            names = "--windows",
            description = "Measure dedup windows: shards placed on environments at random, for two hours of traffic.")
    private boolean windows;

    @Override
    public Integer call() throws InterruptedException {
        if (mutants) {
            return Mutants.find(seed, schedules, out()) ? DONE : FAILED;
        }
        if (explore != null) {
            return explore(explore);
        }
        if (windows) {
            return DedupWindows.measure(out()) ? DONE : FAILED;
        }
        return prove();
    }

    private int explore(int deaths) {
        Exploration.Result result = Exploration.run(deaths);
        out().printf(
                        Locale.ROOT,
                        "2 writers, 1 committer, up to %d deaths: %,d interleavings over %,d states, %,d ends, all"
                                + " right%n",
                        deaths,
                        result.interleavings(),
                        result.states(),
                        result.ends());
        return DONE;
    }

    private int prove() throws InterruptedException {
        Schedules proof = new Schedules(seed, schedules, threads);
        long begun = System.nanoTime();
        ProofReport report;
        try (ProgressLine progress = ProgressLine.on(err())) {
            report = proof.run(done -> progress.waiting(done + " of " + schedules + " schedules"));
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        if (report.failedSeed().isPresent()) {
            say("Seed " + report.failedSeed().getAsLong() + " fails; making it short");
            proof.explain(report.failedSeed().getAsLong(), out());
            return FAILED;
        }
        proof.print(report, seconds, out());
        return DONE;
    }
}
