package io.millrace.prove;

import io.millrace.proof.Failure;
import io.millrace.proof.Proof;
import io.millrace.proof.ProofReport;
import io.millrace.proof.world.SimpleFormat;
import io.millrace.proof.world.Variant;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongConsumer;

/** The protocol as it is, in schedules of crashes, lost answers and the like. One seed is one schedule. */
public final class Schedules {
    private final Proof proof = new Proof(Variant::none, SimpleFormat::new);
    private final long seed;
    private final long count;
    private final int threads;

    /**
     * @param seed of the first
     * @param threads that work at once
     */
    public Schedules(long seed, long count, int threads) {
        this.seed = seed;
        this.count = count;
        this.threads = threads;
    }

    /**
     * Runs them until one fails.
     *
     * @param progress hears how many are done
     */
    public ProofReport run(LongConsumer progress) throws InterruptedException {
        return proof.run(seed, count, threads, progress);
    }

    /** Tells what schedules that all succeeded were like. */
    public void print(ProofReport report, double seconds, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%,d schedules in %.0f s (%,.0f/s), seeds %d to %d: 0 records lost, 0 doubled%n",
                report.schedules(),
                seconds,
                report.schedules() / seconds,
                seed,
                seed + count - 1);
        out.printf(
                Locale.ROOT,
                "%,d records, at least %d a schedule; at least %d faults a schedule; %,d schedules with a reshard%n",
                report.records(),
                report.fewestRecords(),
                report.fewestFaults(),
                report.resharded());
        report.hits().forEach((fault, hits) -> out.printf(Locale.ROOT, "%,12d  %-21s %s%n", hits, fault, fault.text()));
    }

    /** Makes a schedule that failed short, and tells it step by step. */
    public void explain(long failedSeed, PrintWriter out) {
        Failure failure = proof.explain(failedSeed).orElseThrow();
        out.println("seed " + failure.seed() + ": " + failure.reason());
        failure.trace().forEach(line -> out.println("  " + line));
        out.println("Again: millrace prove --schedules 1 --seed " + failure.seed());
    }
}
