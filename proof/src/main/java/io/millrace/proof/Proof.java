package io.millrace.proof;

import io.millrace.proof.choice.SeededChoices;
import io.millrace.proof.fault.Trace;
import io.millrace.proof.world.Format;
import io.millrace.proof.world.Schedule;
import io.millrace.proof.world.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/** Runs many schedules, each from its own seed, until one fails. */
public final class Proof {
    private static final long LARGEST_SLICE = 64;
    private static final int SLICES_OF_A_THREAD = 8;

    private final Supplier<Variant> variants;
    private final Supplier<Format> formats;

    /**
     * @param variants makes the variant of the protocol for each schedule
     * @param formats makes the format for each thread
     */
    public Proof(Supplier<Variant> variants, Supplier<Format> formats) {
        this.variants = variants;
        this.formats = formats;
    }

    /**
     * Runs the schedules of the seeds {@code firstSeed} to {@code firstSeed + count - 1}.
     *
     * @param threads that work at once
     * @param progress hears how many are done
     */
    public ProofReport run(long firstSeed, long count, int threads, LongConsumer progress) throws InterruptedException {
        long slice = Math.max(1, Math.min(LARGEST_SLICE, count / threads / SLICES_OF_A_THREAD));
        AtomicLong next = new AtomicLong();
        AtomicLong done = new AtomicLong();
        AtomicBoolean failed = new AtomicBoolean();
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            List<Future<ProofReport>> parts = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                parts.add(workers.submit(() -> {
                    Format format = formats.get();
                    ProofReport report = new ProofReport();
                    for (long from = next.getAndAdd(slice);
                            from < count && !failed.get();
                            from = next.getAndAdd(slice)) {
                        long to = Math.min(count, from + slice);
                        for (long seed = from; seed < to && !failed.get(); seed++) {
                            run(firstSeed + seed, format, report);
                            if (report.failedSeed().isPresent()) {
                                failed.set(true);
                            }
                        }
                        progress.accept(done.addAndGet(to - from));
                    }
                    return report;
                }));
            }
            ProofReport all = new ProofReport();
            for (Future<ProofReport> part : parts) {
                all.add(part.get());
            }
            return all;
        } catch (ExecutionException e) {
            throw new IllegalStateException("Cannot run schedules", e.getCause());
        } finally {
            workers.shutdownNow();
        }
    }

    /** How many schedules from a seed on go well before one fails; {@code most} if none does. */
    public long schedulesBeforeFailure(long firstSeed, long most) {
        Format format = formats.get();
        for (long i = 0; i < most; i++) {
            ProofReport report = new ProofReport();
            run(firstSeed + i, format, report);
            if (report.failedSeed().isPresent()) {
                return i;
            }
        }
        return most;
    }

    private void run(long seed, Format format, ProofReport report) {
        try {
            report.add(Schedule.run(new SeededChoices(seed), new Trace(false), format, variants.get()));
        } catch (RuntimeException e) {
            report.fail(seed);
        }
    }

    /** Runs one schedule again, makes it as short as it gets while it still fails, and tells what happens in it. */
    public Optional<Failure> explain(long seed) {
        return Shrinking.of(seed, formats.get(), variants);
    }
}
