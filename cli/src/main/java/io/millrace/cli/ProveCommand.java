package io.millrace.cli;

import io.millrace.proof.Failure;
import io.millrace.proof.Proof;
import io.millrace.proof.ProofReport;
import io.millrace.proof.mutant.Mutant;
import io.millrace.proof.window.Placement;
import io.millrace.proof.world.Exploration;
import io.millrace.proof.world.SimpleFormat;
import io.millrace.proof.world.Variant;
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
            return findMutants();
        }
        if (explore != null) {
            return explore(explore);
        }
        return windows ? measureWindows() : prove();
    }

    private int measureWindows() {
        boolean allFound = true;
        out().println("shards environments ev/s  copies   found  effective  fingerprints  memory     read a batch:"
                + " median, most");
        for (int[] of : new int[][] {{1, 1, 100}, {1, 8, 100}, {8, 8, 30}, {16, 4, 20}, {1, 4, 500}}) {
            Placement.Result result = Placement.run(of[0], of[1], of[2]);
            allFound &= result.found() == result.copies();
            out().printf(
                            Locale.ROOT,
                            "%6d %12d %4d %,7d %,7d %6d min %,13d %,6d KB %,9d KB in %d, %,d KB in %d%n",
                            result.shards(),
                            result.environments(),
                            of[2],
                            result.copies(),
                            result.found(),
                            result.shortest().toMinutes(),
                            result.mostFingerprints(),
                            result.mostBytes() >> 10,
                            result.bytesMedian() >> 10,
                            result.readsMedian(),
                            result.bytesMost() >> 10,
                            result.readsMost());
        }
        return allFound ? DONE : FAILED;
    }

    private int findMutants() {
        int survivors = 0;
        for (Mutant mutant : Mutant.values()) {
            long before = new Proof(mutant::variant, SimpleFormat::new).schedulesBeforeFailure(seed, schedules);
            boolean found = before < schedules;
            survivors += found ? 0 : 1;
            String after = found ? String.format(Locale.ROOT, "%,8d", before + 1) : "SURVIVES";
            out().printf(Locale.ROOT, "%s  %-25s %s%n", after, mutant, mutant.text());
        }
        return survivors == 0 ? DONE : FAILED;
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
        Proof proof = new Proof(Variant::none, SimpleFormat::new);
        long begun = System.nanoTime();
        ProofReport report;
        try (ProgressLine progress = ProgressLine.on(err())) {
            report = proof.run(
                    seed, schedules, threads, done -> progress.waiting(done + " of " + schedules + " schedules"));
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        if (report.failedSeed().isPresent()) {
            say("Seed " + report.failedSeed().getAsLong() + " fails; making it short");
            print(proof.explain(report.failedSeed().getAsLong()).orElseThrow());
            return FAILED;
        }
        print(report, seconds);
        return DONE;
    }

    private void print(ProofReport report, double seconds) {
        out().printf(
                        Locale.ROOT,
                        "%,d schedules in %.0f s (%,.0f/s), seeds %d to %d: 0 records lost, 0 doubled%n",
                        report.schedules(),
                        seconds,
                        report.schedules() / seconds,
                        seed,
                        seed + schedules - 1);
        out().printf(
                        Locale.ROOT,
                        "%,d records, at least %d a schedule; at least %d faults a schedule; %,d schedules with a"
                                + " reshard%n",
                        report.records(),
                        report.fewestRecords(),
                        report.fewestFaults(),
                        report.resharded());
        report.hits()
                .forEach((fault, hits) -> out().printf(Locale.ROOT, "%,12d  %-21s %s%n", hits, fault, fault.text()));
    }

    private void print(Failure failure) {
        out().println("seed " + failure.seed() + ": " + failure.reason());
        failure.trace().forEach(line -> out().println("  " + line));
        out().println("Again: millrace prove --schedules 1 --seed " + failure.seed());
    }
}
